package io.alluse.price;

import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvProblem;
import io.alluse.csv.CsvRow;
import io.alluse.price.PriceDecision.Refuse;
import io.alluse.price.PriceDecision.Take;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which rows of a price file can be taken, seen by themselves: all problems of a row at once. */
final class PriceRule {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,8})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final CsvRow row;
    private final List<CsvProblem> problems = new ArrayList<>();

    private PriceRule(CsvRow row) {
        this.row = row;
    }

    static PriceDecision decide(CsvRow row, BusinessDay today) {
        return new PriceRule(row).decide(today);
    }

    private PriceDecision decide(BusinessDay today) {
        String symbol = row.text(PriceFile.SYMBOL);
        SymbolRule.problem(symbol).ifPresent(problem -> refuse(PriceFile.SYMBOL, problem));
        LocalDate date = date(today);
        BigDecimal close = close();
        BigDecimal high = positive(PriceFile.HIGH);
        BigDecimal low = positive(PriceFile.LOW);
        BigDecimal volume = volume();
        if (high != null && low != null && high.compareTo(low) < 0) {
            refuse(PriceFile.HIGH, "is below the low of " + low.toPlainString());
        }
        return problems.isEmpty()
                ? new Take(row.line(), new Price(symbol, date, close, high, low, volume))
                : new Refuse(problems);
    }

    private void refuse(String column, String reason) {
        problems.add(row.problem(column, reason));
    }

    /** Where it is wrong, any: the row is refused. */
    private LocalDate date(BusinessDay today) {
        String text = row.text(PriceFile.DATE);
        LocalDate date = today.date();
        try {
            if (!DATE.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            date = LocalDate.parse(text);
        } catch (DateTimeException _) {
            refuse(PriceFile.DATE, "is not a date (expected YYYY-MM-DD)");
        }
        if (date.isAfter(today.date())) {
            refuse(PriceFile.DATE, "is in the future; today is " + today);
        }
        return date;
    }

    private BigDecimal close() {
        if (row.text(PriceFile.CLOSE).isEmpty()) {
            refuse(PriceFile.CLOSE, "is missing");
        }
        BigDecimal close = positive(PriceFile.CLOSE);
        return close == null ? BigDecimal.ONE : close;
    }

    private @Nullable BigDecimal positive(String column) {
        BigDecimal number = number(column);
        if (number != null && number.signum() <= 0) {
            refuse(column, "must be positive");
        }
        return number;
    }

    private @Nullable BigDecimal volume() {
        BigDecimal volume = number(PriceFile.VOLUME);
        if (volume != null && volume.signum() < 0) {
            refuse(PriceFile.VOLUME, "must not be negative");
        }
        return volume;
    }

    /** Null where there is none, or none that can be read. */
    private @Nullable BigDecimal number(String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            refuse(column, "is not a number such as 187.25, with at most eight decimals");
            return null;
        }
        return new BigDecimal(text);
    }
}
