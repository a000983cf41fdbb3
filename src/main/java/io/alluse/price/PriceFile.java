package io.alluse.price;

import io.alluse.csv.CsvFile;
import io.alluse.csv.CsvKind;
import io.alluse.csv.CsvProblem;
import io.alluse.csv.CsvRow;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A file of prices on disk. */
final class PriceFile {

    static final String SYMBOL = "symbol";
    static final String DATE = "date";
    static final String CLOSE = "close";
    static final String HIGH = "high";
    static final String LOW = "low";
    static final String VOLUME = "volume";

    private static final CsvKind KIND = new CsvKind(
            "price file",
            "price",
            "write one with the columns symbol,date,close",
            List.of(SYMBOL, DATE, CLOSE),
            List.of(HIGH, LOW, VOLUME));

    private final CsvFile file;

    PriceFile(Path path) {
        this.file = new CsvFile(path, KIND);
    }

    String name() {
        return file.name();
    }

    void read(Consumer<CsvRow> rows, Consumer<CsvProblem> problems) {
        file.read(rows, problems);
    }
}
