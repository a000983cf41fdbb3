package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fork.Decisions;
import io.alluse.fork.ScoredDecision;
import io.alluse.fork.Standing;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One decision. */
@Command(
        name = "show",
        description = {
            "Shows a decision with its factors, their weights and inputs, and what became of it.",
            "",
            "Examples:",
            "  alluse decision show 7",
            "  alluse decision show 7 --json",
            ""
        })
final class DecisionShowCommand extends Verb {

    @Parameters(paramLabel = "DECISION", description = "its number, as `decision list` has it")
    private long id;

    @Override
    public Integer call() {
        ScoredDecision found;
        try (Database database = database()) {
            found = new Decisions(Session.of(database.program())).found(id);
        }
        if (options().json()) {
            out().println(DecisionText.json(found));
        } else if (options().quiet()) {
            out().println(DecisionText.state(found));
        } else {
            DecisionText.print(out(), found);
            if (found.state() == Standing.State.OPEN) {
                note("next: alluse decision approve " + id + " --reason TEXT, or reject");
            }
        }
        return Exit.OK.code();
    }
}
