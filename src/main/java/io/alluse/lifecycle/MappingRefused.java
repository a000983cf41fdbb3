package io.alluse.lifecycle;

import io.alluse.csv.CsvProblem;
import java.util.List;

/** A file that was to be taken as a whole has rows that can't be; nothing of it has been written. */
public final class MappingRefused extends RuntimeException {

    private final transient List<CsvProblem> problems;

    private MappingRefused(List<CsvProblem> problems) {
        super(problems.size()
                + " rows of the file were refused and --all-or-nothing was asked for; nothing was written");
        this.problems = problems;
    }

    static void where(MappingCount count) {
        MappingReport report = count.report();
        if (report.refused() > 0) {
            throw new MappingRefused(report.problems());
        }
    }

    public List<CsvProblem> problems() {
        return problems;
    }
}
