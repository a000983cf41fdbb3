package io.alluse.lifecycle;

import io.alluse.csv.CsvProblem;
import io.alluse.lifecycle.MappingDecision.Already;
import io.alluse.lifecycle.MappingDecision.Refuse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds up what becomes of the rows of a file. */
final class MappingCount {

    private static final Comparator<CsvProblem> BY_PLACE =
            Comparator.comparingLong(CsvProblem::line).thenComparingInt(CsvProblem::column);

    private final MappingFile file;
    private final List<CsvProblem> refused = new ArrayList<>();
    private long mapped;
    private long already;
    private long activated;

    MappingCount(MappingFile file) {
        this.file = file;
    }

    void clear() {
        refused.clear();
        mapped = 0;
        already = 0;
        activated = 0;
    }

    void add(List<MappingLine> lines, MappingWork.Done done) {
        for (int i = 0; i < lines.size(); i++) {
            switch (done.decisions().get(i)) {
                case MappingDecision.Map ignored -> mapped++;
                case Already ignored -> already++;
                case Refuse refuse -> refused.add(file.problem(lines.get(i), refuse.field(), refuse.reason()));
            }
        }
        activated += done.activated();
    }

    MappingReport report() {
        List<CsvProblem> problems = new ArrayList<>(file.problems());
        problems.addAll(refused);
        problems.sort(BY_PLACE);
        return new MappingReport(file.rows(), mapped, already, file.open(), problems.size(), activated, problems);
    }
}
