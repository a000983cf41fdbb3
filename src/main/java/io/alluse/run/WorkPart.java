package io.alluse.run;

import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;

/** How far one part of a run's population is: what is committed with each chunk. */
public record WorkPart(
        long runId,
        int pass,
        int part,
        int epoch,
        long population,
        long position,
        long done,
        long posted,
        Balances totals,
        RunDigest digest) {

    /** After a chunk that ended at this position. */
    public WorkPart advanced(long newPosition, long seen, long postedNow, Balances moved, RunDigest posted) {
        return new WorkPart(
                runId,
                pass,
                part,
                epoch,
                population,
                newPosition,
                done + seen,
                this.posted + postedNow,
                totals.plus(moved),
                digest.plus(posted));
    }

    public boolean isDone() {
        return done == population;
    }
}
