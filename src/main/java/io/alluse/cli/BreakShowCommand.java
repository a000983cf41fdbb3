package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import io.alluse.statement.Break;
import io.alluse.statement.BreakState;
import io.alluse.statement.Breaks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One break. */
@Command(
        name = "show",
        description = {
            "Shows a difference between a statement and the ledger.",
            "",
            "Examples:",
            "  alluse break show 7",
            "  alluse break show 7 --json",
            ""
        })
final class BreakShowCommand extends Verb {

    @Parameters(paramLabel = "BREAK", description = "its number, as `break list` has it")
    private long id;

    @Override
    public Integer call() {
        Break found;
        try (Database database = database()) {
            found = new Breaks(Session.of(database.program())).found(id);
        }
        if (options().json()) {
            out().println(BreakText.json(found));
        } else if (options().quiet()) {
            out().println(found.state().word());
        } else {
            BreakText.print(out(), found);
            next(found);
        }
        return Exit.OK.code();
    }

    private void next(Break found) {
        if (found.state() == BreakState.OPEN) {
            note("next: alluse break explain " + id + " --reason TEXT");
        }
    }
}
