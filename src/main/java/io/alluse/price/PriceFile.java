package io.alluse.price;

import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvFile;
import io.alluse.csv.CsvKind;
import io.alluse.csv.CsvRow;
import io.alluse.price.PriceDecision.Refuse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A file of prices on disk. */
final class PriceFile implements PriceSource {

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
    private Map<String, Integer> columns = Map.of();

    PriceFile(Path path) {
        this.file = new CsvFile(path, KIND);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void read(BusinessDay today, Consumer<PriceDecision> decisions) {
        file.read(
                row -> decisions.accept(decided(row, today)),
                problem -> decisions.accept(new Refuse(List.of(problem))));
    }

    private PriceDecision decided(CsvRow row, BusinessDay today) {
        columns = row.columns();
        return PriceRule.decide(row, today);
    }

    @Override
    public Map<String, Integer> columns() {
        return columns;
    }
}
