package io.alluse.capitalization;

import io.alluse.csv.CsvFile;
import io.alluse.csv.CsvKind;
import io.alluse.csv.CsvProblem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A capital plan on disk. */
final class PlanFile {

    private static final CsvKind KIND = new CsvKind(
            "plan",
            "main account",
            "write one with `alluse plan --total 1000000 --out plan.csv`",
            titles(true),
            titles(false));

    private final CsvFile file;

    PlanFile(Path path) {
        this.file = new CsvFile(path, KIND);
    }

    private static List<String> titles(boolean required) {
        return Arrays.stream(PlanField.values())
                .filter(field -> field.isRequired() == required)
                .map(PlanField::title)
                .toList();
    }

    String name() {
        return file.name();
    }

    /** Returns the digest of the bytes: the same file is the same input. */
    String read(Consumer<PlanLine> lines, Consumer<CsvProblem> problems) {
        return file.read(row -> lines.accept(new PlanLine(row)), problems);
    }
}
