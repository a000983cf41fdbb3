package io.alluse.statement;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.SET_ASIDE;

import io.alluse.run.ActiveRun;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import java.util.Objects;
import java.util.Optional;

/** Ends an attempt: counts in the database what became of every line; what does not add up has failed. */
final class Ending {

    private static final int MOST_TOLD = 1_000;

    private final Runs runs;
    private final StatementStore statements;
    private final VerdictStore verdicts;
    private final Staged staged;
    private final LateArrivals late;

    Ending(Runs runs, StatementStore statements, VerdictStore verdicts, Staged staged, LateArrivals late) {
        this.runs = runs;
        this.statements = statements;
        this.verdicts = verdicts;
        this.staged = staged;
        this.late = late;
    }

    StatementReport end(ActiveRun active, StopSignal stop, String failure, boolean passing) {
        Run run = runs.refreshed(active);
        Tally tally = runs.tally(run.id(), run.pass());
        LineCounts counts = verdicts.counts(run.id());
        boolean done = run.population() != null && runs.parts(active).stream().allMatch(WorkPart::isDone);
        boolean refused = run.population() == null && failure.isEmpty() && counts.rejected() > 0;
        String mismatch = done ? mismatch(run, tally, counts) : "";
        String why = mismatch.isEmpty() ? failure : mismatch;
        boolean complete = done && mismatch.isEmpty();
        if (complete) {
            staged.clear(run.id());
        }
        Outcome outcome = complete ? outcome(counts) : unfinished(stop, why, refused);
        String told = refused ? refusal(counts) : why.isEmpty() ? "ended before all lines were posted" : why;
        runs.end(active, outcome, outcome == Outcome.FAILED ? told : null);
        return report(runs.refreshed(active), tally, counts, refused, passing && !complete && mismatch.isEmpty());
    }

    private static Outcome outcome(LineCounts counts) {
        return counts.rejected() == 0 ? Outcome.COMPLETED : Outcome.COMPLETED_WITH_SET_ASIDES;
    }

    /** A stop that was asked for does not hide a failure. */
    private static Outcome unfinished(StopSignal stop, String why, boolean refused) {
        return stop.isRequested() && why.isEmpty() && !refused ? Outcome.STOPPED : Outcome.FAILED;
    }

    private static String refusal(LineCounts counts) {
        return counts.rejected() + (counts.rejected() == 1 ? " line was" : " lines were")
                + " rejected, so nothing was posted";
    }

    /** Counted line by line in what was written, not in what the run says of itself. */
    private static String mismatch(Run run, Tally tally, LineCounts counts) {
        long population = Objects.requireNonNull(run.population());
        LineCounts told = new LineCounts(
                tally.of(POSTED), 0, run.nothing() + tally.of(NOTHING), run.setAside() + tally.of(SET_ASIDE));
        LineCounts kept = new LineCounts(counts.posted(), 0, counts.duplicate() + counts.ignored(), counts.rejected());
        if (!told.equals(kept)) {
            return "the database holds " + kept + " of this run, which says it has " + told;
        }
        return population == counts.sum()
                ? ""
                : "the lines do not add up: the file has " + population + ", accounted for are " + counts;
    }

    private StatementReport report(Run run, Tally tally, LineCounts counts, boolean refused, boolean passing) {
        Optional<StatementStore.Kept> kept = statements.find(run.id());
        return new StatementReport(
                run,
                kept.map(StatementStore.Kept::ref).orElse(""),
                kept.map(StatementStore.Kept::format).orElse(""),
                kept.map(StatementStore.Kept::firstOn).orElse(null),
                kept.map(StatementStore.Kept::lastOn).orElse(null),
                kept.map(StatementStore.Kept::seen).orElse(0L),
                counts,
                refused,
                tally.moved(),
                verdicts.verdicts(run.id(), Verdict.Kind.REJECTED, MOST_TOLD),
                verdicts.warnings(run.id(), MOST_TOLD),
                late.of(run.id()),
                statements.openBreaks(run.id()),
                passing);
    }
}
