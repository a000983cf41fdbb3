package io.alluse.lifecycle;

import io.alluse.csv.CsvProblem;
import java.util.List;

/** What a file of references came to: rows = mapped + already + open + refused, the refused ones each with why. */
public record MappingReport(
        long rows, long mapped, long already, long open, long refused, long activated, List<CsvProblem> problems) {

    public MappingReport {
        problems = List.copyOf(problems);
    }
}
