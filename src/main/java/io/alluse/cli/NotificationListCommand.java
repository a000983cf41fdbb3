package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.notification.Notification;
import io.alluse.notification.Notification.Delivery;
import io.alluse.notification.Notifications;
import io.alluse.text.Json;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which notifications there are, and who has been told. */
@Command(
        name = "list",
        description = {
            "Lists notifications that have not been told to all channels, or to none; the latest first.",
            "",
            "Examples:",
            "  alluse notification list",
            "  alluse notification list --all --limit 20",
            "  alluse notification list --all --json",
            ""
        })
final class NotificationListCommand extends Verb {

    @Option(names = "--all", description = "also those that every channel has been told")
    private boolean all;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        try (Database database = database()) {
            listing(Telling.notifications(this, database)).answer(this, limit);
        }
        return Exit.OK.code();
    }

    private Listing<Notification> listing(Notifications notifications) {
        return new Listing<>(
                (most, each) -> notifications.list(all, most, each),
                NotificationListCommand::json,
                Notification::id,
                List.of(">ID", "AT (UTC)", "KIND", "TOLD", "WHAT", "NEXT"),
                one -> new Object[] {
                    one.id(),
                    RunText.time(one.notedAt()),
                    one.notice().kind().word(),
                    told(one),
                    one.notice().text(),
                    one.notice().next()
                },
                all ? "nothing has been notified yet" : "every channel has been told everything; --all shows what");
    }

    private static String told(Notification one) {
        return one.deliveries().isEmpty()
                ? "nobody"
                : one.deliveries().stream().map(NotificationListCommand::told).collect(Collectors.joining(", "));
    }

    private static String told(Delivery delivery) {
        return delivery.toldAt() != null
                ? delivery.channel()
                : "not " + delivery.channel() + " (" + delivery.tries() + " tries"
                        + (delivery.failure() == null ? "" : ", " + delivery.failure()) + ")";
    }

    private static Json json(Notification one) {
        return one.message()
                .put(
                        "channels",
                        one.deliveries().stream()
                                .map(delivery -> Json.object()
                                        .put("channel", delivery.channel())
                                        .put("tries", delivery.tries())
                                        .put("dueAt", delivery.dueAt())
                                        .put("toldAt", delivery.toldAt())
                                        .put("failure", delivery.failure()))
                                .toList());
    }
}
