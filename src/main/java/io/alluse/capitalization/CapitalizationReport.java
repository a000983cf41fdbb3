package io.alluse.capitalization;

import io.alluse.csv.CsvProblem;
import io.alluse.ledger.Balances;
import io.alluse.run.Run;
import java.util.List;

/** What a capitalization came to, as the database has it: rows = opened + already there + refused; the first and the last code of what it opened. */
public record CapitalizationReport(
        Run run, long opened, long accounts, List<String> firstAndLast, Balances totals, List<CsvProblem> problems) {}
