package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.consolidation.ConsolidationMoves;
import io.alluse.consolidation.Recommendation;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was approved is done, or taken back. */
abstract class ConsolidationMoveCommand extends ActVerb {

    @Parameters(paramLabel = "NO", description = "its number, as `consolidation list` has it")
    private long id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; kept in the accounts' history")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    abstract Recommendation move(ConsolidationMoves moves, long id, Act act);

    @Override
    public Integer call() {
        Act act = act(reason);
        Recommendation moved;
        try (Database database = database()) {
            Tools tools = tools(database);
            moved = move(new ConsolidationMoves(tools.session(), book(), tools.audit()), id, act);
        }
        if (options().json()) {
            out().println(ConsolidationText.json(moved));
        } else if (options().quiet()) {
            out().println(moved.id());
        } else {
            out().println(ConsolidationText.line(moved));
            next("alluse account show " + (moved.target() == null ? moved.account() : moved.target()));
        }
        return Exit.OK.code();
    }

    /** All of it or nothing. */
    @Command(
            name = "execute",
            description = {
                "Carries out what has been approved: money, buckets and lots move in kind, with their dates and basis.",
                "",
                "Examples:",
                "  alluse consolidation execute 7 --reason \"as agreed\"",
                ""
            },
            footer = {
                "",
                "An account that moves as a whole is MERGING until the next close, then CLOSED. Exit 4 where it is not",
                "approved or something stands in the way, 5 where there is none, 6 where it is done or has expired."
            })
    static final class Execute extends ConsolidationMoveCommand {

        @Override
        Recommendation move(ConsolidationMoves moves, long id, Act act) {
            return moves.execute(id, act);
        }
    }

    /** Until the next close. */
    @Command(
            name = "reverse",
            description = {
                "Takes back what was executed, as long as the day has not been closed.",
                "",
                "Examples:",
                "  alluse consolidation reverse 7 --reason \"the wrong account\"",
                ""
            },
            footer = {
                "",
                "Exit 4 where the day has been closed or the account does not hold it any more, 5 where there is none, 6",
                "where it was not executed."
            })
    static final class Reverse extends ConsolidationMoveCommand {

        @Override
        Recommendation move(ConsolidationMoves moves, long id, Act act) {
            return moves.reverse(id, act);
        }
    }
}
