package io.alluse.cli;

import io.alluse.consolidation.Consolidations;
import io.alluse.consolidation.Recommendation;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.sql.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One recommendation. */
@Command(
        name = "show",
        description = {
            "Shows a recommendation with its numbers, what they follow from, and what became of it.",
            "",
            "Examples:",
            "  alluse consolidation show 7",
            "  alluse consolidation show 7 --json",
            ""
        })
final class ConsolidationShowCommand extends Verb {

    @Parameters(paramLabel = "NO", description = "its number, as `consolidation list` has it")
    private long id;

    @Override
    public Integer call() {
        Recommendation found;
        try (Database database = database()) {
            found = new Consolidations(Session.of(database.program()), book()).found(id);
        }
        if (options().json()) {
            out().println(ConsolidationText.json(found));
        } else if (options().quiet()) {
            out().println(ConsolidationText.state(found));
        } else {
            ConsolidationText.print(out(), found);
            if (found.state() == State.OPEN) {
                note("next: alluse consolidation approve " + id + " --reason TEXT, or reject");
            } else if (found.state() == State.APPROVED) {
                note("next: alluse consolidation execute " + id + " --reason TEXT");
            }
        }
        return Exit.OK.code();
    }
}
