package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.statement.Break;
import io.alluse.statement.Breaks;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which breaks there are. */
@Command(
        name = "list",
        description = {
            "Lists differences between statements and the ledger that have not ended.",
            "",
            "Examples:",
            "  alluse break list",
            "  alluse break list --account A-000042 --all",
            "  alluse break list --json",
            ""
        },
        footer = {
            "",
            "Open ones stop forks and merges of their accounts until they are explained, resolved or gone. Exit 0 also",
            "where there are some."
        })
final class BreakListCommand extends Verb {

    private static final int PAGE = 100;

    @Option(names = "--account", paramLabel = "CODE", description = "only of this account or main account")
    @Nullable
    private String account;

    @Option(names = "--all", description = "also those that were resolved or are gone")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one");
        }
        try (Database database = database()) {
            Session session = Session.of(database.program());
            answer(new Breaks(session), Codes.id(session, account));
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(Breaks breaks, @Nullable AccountId id) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            breaks.list(id, all, most, one -> array.add(BreakText.json(one)));
            array.end();
        } else if (options().quiet()) {
            breaks.list(id, all, most, one -> out().println(one.id()));
        } else {
            print(breaks, id, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Breaks breaks, @Nullable AccountId id, int most) {
        List<Break> found = new ArrayList<>();
        breaks.list(id, all, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note(all ? "there has been no break" : "statements and ledger agree; --all shows breaks that have ended");
            return;
        }
        TextTable table =
                TextTable.of(">BREAK", "ACCOUNT", "WHAT", ">STATED", ">EXPECTED", ">DIFFERENCE", "AS OF", "STATE");
        found.stream()
                .limit(most)
                .forEach(one -> table.row(
                        one.id(),
                        one.brokerage(),
                        one.what(),
                        BreakText.number(one.stated()),
                        BreakText.number(one.expected()),
                        BreakText.number(one.difference()),
                        one.asOf(),
                        BreakText.state(one)));
        out().print(table);
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }
}
