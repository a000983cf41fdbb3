package io.alluse.cli;

import io.alluse.alert.Alert;
import io.alluse.alert.Alert.Word;
import io.alluse.alert.Alerts;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person knows: under the name of the user of the operating system, and kept in the audit. */
@Command(
        name = "acknowledge",
        description = {
            "Says that an alert is known. It stands, acknowledged, until the job that raised it finds it gone.",
            "",
            "Examples:",
            "  alluse alert acknowledge 7 --reason \"the owner pays in on Monday\"",
            ""
        },
        footer = {"", "Exit 5 where there is no such alert, 6 where it is not open any more."})
final class AlertAcknowledgeCommand extends Verb {

    @Parameters(paramLabel = "ALERT", description = "its number, as `alert list` has it")
    private long id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        AuditContext who = auditContext();
        Alert known;
        try (Database database = database()) {
            DataSource source = database.program();
            Word word = new Word(clock().instant(), who.osUser(), reason);
            known = new Alerts(Session.of(source)).acknowledge(id, word, Audit.of(source, who));
        }
        if (options().json()) {
            out().println(AlertText.json(known));
        } else if (options().quiet()) {
            out().println(known.id());
        } else {
            out().println("alert " + known.id() + " of " + known.subject() + ": " + AlertText.state(known));
        }
        return Exit.OK.code();
    }
}
