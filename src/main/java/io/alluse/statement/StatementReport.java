package io.alluse.statement;

import io.alluse.broker.LineProblem;
import io.alluse.ledger.Balances;
import io.alluse.run.Run;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to, read from the database.
 *
 * @param seen physical lines; those posted, duplicate, ignored and rejected add up to them, unless the file was refused as a whole
 * @param refused whether nothing was posted because some lines were rejected
 * @param rejected the first of them
 * @param late lots that came after later ones had been sold in their place
 * @param breaks how many open breaks its end has shown
 * @param passing whether its failure, if it failed, is one that passes by itself
 */
public record StatementReport(
        Run run,
        String ref,
        String format,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        long seen,
        LineCounts counts,
        boolean refused,
        Balances moved,
        List<Verdict> rejected,
        List<LineProblem> warnings,
        List<LateArrival> late,
        long breaks,
        boolean passing) {

    public StatementReport {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        late = List.copyOf(late);
    }

    /** Lines that could have been posted if others had not been rejected. */
    public long withheld() {
        return refused ? seen - counts.sum() : 0;
    }
}
