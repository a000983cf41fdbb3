package io.alluse.cli;

import io.alluse.fault.Fault;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Attempt;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import java.time.Duration;
import java.util.List;

/** A run in full: what its population came to, and every try at it. */
record RunDetail(Run run, Tally tally, List<Attempt> attempts) {

    RunDetail {
        attempts = List.copyOf(attempts);
    }

    static RunDetail of(Runs runs, Run run) {
        return new RunDetail(run, runs.tally(run.id(), run.pass()), runs.attempts(run.id()));
    }

    static Run found(Runs runs, long id) {
        return runs.find(id).orElseThrow(() -> Fault.notFound("no run " + id + "; see `alluse job status`"));
    }

    /** Rows of a file that led to no account are counted by the run itself, not by its parts. */
    long of(AccountOutcome outcome) {
        long byItself = switch (outcome) {
            case NOTHING -> run.nothing();
            case SET_ASIDE -> run.setAside();
            case POSTED, WAITING, REVIEW, NOT_ELIGIBLE -> 0;
        };
        return tally.of(outcome) + byItself;
    }

    boolean isOfAccounts() {
        return run.key().inputDigest().isEmpty();
    }

    /** Of the last try; of a run that was continued on another day, the days between do not count. */
    Duration took() {
        if (attempts.isEmpty() || attempts.getLast().endedAt() == null) {
            return Duration.ZERO;
        }
        return Duration.between(
                attempts.getLast().startedAt(), attempts.getLast().endedAt());
    }
}
