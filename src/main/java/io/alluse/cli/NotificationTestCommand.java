package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.notification.Notice;
import io.alluse.notification.NoticeKind;
import io.alluse.notification.Notifications.Told;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether notifications arrive. */
@Command(
        name = "test",
        description = {
            "Sends a notification that means nothing to every channel, whatever kinds it wants. Exit 1 where one did not",
            "take it.",
            "",
            "Examples:",
            "  alluse notification test",
            "  alluse notification test --notify notifications.yaml",
            ""
        })
final class NotificationTestCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NotifyOption notify;

    @Override
    public Integer call() {
        Telling telling = Telling.required(this, notify);
        Instant now = clock().instant();
        Notice test = new Notice(
                NoticeKind.TEST,
                "test-" + now,
                "a test by " + auditContext().osUser() + "; nothing has happened",
                "alluse notification list",
                1,
                null,
                null);
        try (Database database = database()) {
            telling.register(database);
            Session session = Session.of(database.program());
            session.transaction(() -> Telling.notifications(this, database).note(test, now));
        }
        Told told = telling.now();
        if (options().json()) {
            out().println(Json.object().put("told", told.told()).put("failures", told.failures()));
        } else if (!options().quiet()) {
            out().println(told.failures().isEmpty() ? "told to " + telling.names() : "see `alluse notification list`");
        }
        return (told.failures().isEmpty() ? Exit.OK : Exit.FAILED).code();
    }
}
