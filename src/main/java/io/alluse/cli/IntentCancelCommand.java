package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.intent.IntentLine;
import io.alluse.ordering.Cancelling;
import io.alluse.sql.Session;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls an intent back. */
@Command(
        name = "cancel",
        description = {
            "Calls an open order intent back: its budget is free for the next run.",
            "",
            "Examples:",
            "  alluse intent cancel A-000042-GEN 17.2 --reason \"earnings on Thursday\"",
            ""
        },
        footer = {
            "",
            "The files stay as they are: whoever has placed the order tells the broker. Exit 5 where there is no such",
            "intent, 6 where it is not open any more."
        })
final class IntentCancelCommand extends Verb {

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            converter = Code.class,
            description = "an account such as A-000042-GEN")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Parameters(index = "1", paramLabel = "NO", description = "its number, as `intent list` has it")
    @SuppressWarnings("NullAway.Init")
    private String no;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    @Override
    public Integer call() {
        AuditContext who = auditContext();
        Cancelling.Wish wish = new Cancelling.Wish(code, no, who.osUser(), reason, date.day(this, false));
        IntentLine line;
        try (Database database = database()) {
            DataSource source = database.program();
            line = new Cancelling(Session.of(source), Audit.of(source, who)).cancel(wish);
        }
        if (options().json()) {
            out().println(IntentText.json(line));
        } else if (options().quiet()) {
            out().println(line.intent().ref().text());
        } else {
            out().println(line.name() + ", " + line.intent().order().words() + ": " + line.end());
        }
        return Exit.OK.code();
    }
}
