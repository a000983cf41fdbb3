package io.alluse.price;

import io.alluse.broker.LineProblem;
import io.alluse.broker.PositionLine;
import io.alluse.broker.PositionsFile;
import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvProblem;
import io.alluse.fault.Fault;
import io.alluse.instrument.Instrument;
import io.alluse.price.PriceDecision.Ignore;
import io.alluse.price.PriceDecision.Refuse;
import io.alluse.price.PriceDecision.Take;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The prices in a broker's list of positions, all of the day that the list is of, or of the day that the caller says. */
final class PositionPrices implements PriceSource {

    private final Path path;
    private final PositionsFile file;
    private final @Nullable LocalDate said;

    PositionPrices(Path path, PositionsFile file, @Nullable LocalDate said) {
        this.path = path;
        this.file = file;
        this.said = said;
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public void read(BusinessDay today, Consumer<PriceDecision> decisions) {
        LocalDate date = said == null ? date() : said;
        if (date.isAfter(today.date())) {
            throw Fault.usage(path + ": its prices are of " + date + ", which is in the future; today is " + today);
        }
        file.read(line -> decisions.accept(decided(line, date)));
    }

    private LocalDate date() {
        return file.date()
                .orElseThrow(() -> Fault.usage(path + ": does not say of which day its prices are; add --date DATE"));
    }

    private static PriceDecision decided(PositionLine line, LocalDate date) {
        return switch (line) {
            case PositionLine.Priced(long no, Instrument instrument, BigDecimal price) ->
                new Take(no, new Price(instrument.canonical(), date, price, null, null, null));
            case PositionLine.Ignored _ -> new Ignore();
            case PositionLine.Rejected(LineProblem problem) -> new Refuse(List.of(told(problem)));
        };
    }

    private static CsvProblem told(LineProblem problem) {
        return new CsvProblem(
                problem.line(),
                problem.column(),
                problem.field(),
                problem.raw(),
                "expected " + problem.expected() + ", found " + problem.found());
    }

    @Override
    public Map<String, Integer> columns() {
        return Map.of(PriceFile.SYMBOL, file.symbolColumn(), PriceFile.CLOSE, file.priceColumn());
    }
}
