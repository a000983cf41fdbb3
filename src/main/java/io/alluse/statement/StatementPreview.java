package io.alluse.statement;

import io.alluse.broker.LineProblem;
import io.alluse.ledger.Balances;
import java.util.List;

/** What an import would come to: physical lines by what would become of them, what would be posted, and the first rejected lines. */
public record StatementPreview(
        String format,
        long seen,
        LineCounts counts,
        Balances moved,
        List<Verdict> rejected,
        List<LineProblem> warnings) {

    public StatementPreview {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }
}
