package io.alluse.capitalization;

import io.alluse.csv.CsvProblem;
import io.alluse.ledger.Balances;
import java.util.List;

/** What a plan would come to: rows = opened + already there + refused. */
public record CapitalizationPreview(
        long rows, long opened, long alreadyThere, long refused, Balances totals, List<CsvProblem> problems) {}
