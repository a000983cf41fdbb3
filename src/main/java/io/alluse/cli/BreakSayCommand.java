package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import io.alluse.statement.Break;
import io.alluse.statement.Break.Word;
import io.alluse.statement.Breaks;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says about a break: under the name of the user of the operating system, and kept in the audit. */
abstract class BreakSayCommand extends Verb {

    @Parameters(paramLabel = "BREAK", description = "its number, as `break list` has it")
    private long id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    abstract Break say(Breaks breaks, long id, Word word, Audit audit);

    @Override
    public Integer call() {
        AuditContext who = auditContext();
        Break said;
        try (Database database = database()) {
            DataSource source = database.program();
            Word word = new Word(clock().instant(), who.osUser(), reason);
            said = say(new Breaks(Session.of(source)), id, word, Audit.of(source, who));
        }
        if (options().json()) {
            out().println(BreakText.json(said));
        } else if (options().quiet()) {
            out().println(said.id());
        } else {
            out().println("break " + said.id() + " of " + said.what() + " in " + said.brokerage() + ": "
                    + BreakText.state(said));
        }
        return Exit.OK.code();
    }

    /** The difference stays, and is known. */
    @Command(
            name = "explain",
            description = {
                "Says why a difference is there. It stays, and stops nothing any more, for as long as it is this amount.",
                "",
                "Examples:",
                "  alluse break explain 7 --reason \"dividend of 30 January is paid in February\"",
                ""
            },
            footer = {"", "Exit 5 where there is no such break, 6 where it is not open any more."})
    static final class Explain extends BreakSayCommand {

        @Override
        Break say(Breaks breaks, long id, Word word, Audit audit) {
            return breaks.explain(id, word, audit);
        }
    }

    /** The difference has been dealt with. */
    @Command(
            name = "resolve",
            description = {
                "Says that a difference has been dealt with. If a later statement shows it again, that is a new break.",
                "",
                "Examples:",
                "  alluse break resolve 7 --reason \"the broker has corrected its statement\"",
                ""
            },
            footer = {"", "Exit 5 where there is no such break, 6 where it was resolved or is gone."})
    static final class Resolve extends BreakSayCommand {

        @Override
        Break say(Breaks breaks, long id, Word word, Audit audit) {
            return breaks.resolve(id, word, audit);
        }
    }
}
