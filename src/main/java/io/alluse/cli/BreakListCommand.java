package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.database.Database;
import io.alluse.sql.Session;
import io.alluse.statement.Break;
import io.alluse.statement.Breaks;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class BreakListCommand extends ListVerb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccountOption account;

    @Option(names = "--all", description = "also those that were resolved or are gone")
    private boolean all;

    @Override
    Listing<?> listing(Database database, Session session) {
        AccountId id = account.id(session);
        Breaks breaks = new Breaks(session);
        return new Listing<Break>(
                (most, each) -> breaks.list(id, all, most, each),
                BreakText::json,
                Break::id,
                List.of(">BREAK", "ACCOUNT", "WHAT", ">STATED", ">EXPECTED", ">DIFFERENCE", "AS OF", "STATE"),
                one -> new Object[] {
                    one.id(),
                    one.brokerage(),
                    one.what(),
                    BreakText.number(one.stated()),
                    BreakText.number(one.expected()),
                    BreakText.number(one.difference()),
                    one.asOf(),
                    BreakText.state(one)
                },
                all ? "there has been no break" : "statements and ledger agree; --all shows breaks that have ended");
    }
}
