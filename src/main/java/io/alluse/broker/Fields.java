package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.OpaqueInstrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row under its header: each column by its name and as what it is; throws {@link Refused} where it is something else. */
final class Fields {

    private final Row row;
    private final Header header;

    Fields(Row row, Header header) {
        this.row = row;
        this.header = header;
        if (row.size() > header.size()) {
            throw Refused.of(
                    row, header.size() + 1, "row", header.size() + " columns", row.size() + " that are not blank");
        }
        if (row.width() < header.size()) {
            throw Refused.of(row, row.width() + 1, "row", header.size() + " columns", row.width() + "; is it cut off?");
        }
    }

    Row row() {
        return row;
    }

    long line() {
        return row.line();
    }

    boolean has(String title) {
        return header.has(title);
    }

    /** Blank where the file has no such column. */
    String text(String title) {
        Integer place = header.places().get(title);
        return place == null ? "" : row.cell(place);
    }

    /** Brokers write nothing in several ways. */
    boolean isBlank(String title) {
        return Numbers.isNone(text(title));
    }

    BigDecimal number(String title) {
        return number(title, text(title));
    }

    /** Out of a part of the column. */
    BigDecimal number(String title, String text) {
        BigDecimal number = Numbers.parse(text);
        if (number == null) {
            throw notANumber(title, text);
        }
        return number;
    }

    BigDecimal numberOrZero(String title) {
        return isBlank(title) ? BigDecimal.ZERO : number(title);
    }

    @Nullable
    BigDecimal numberOrNull(String title) {
        return isBlank(title) ? null : number(title);
    }

    /** Zero is how some say none. */
    @Nullable
    BigDecimal priceOrNull(String title) {
        BigDecimal price = numberOrNull(title);
        return price == null || price.signum() == 0 ? null : price;
    }

    Money money(String title) {
        BigDecimal number = number(title);
        if (number.scale() > Money.MOST_DECIMALS && number.stripTrailingZeros().scale() > Money.MOST_DECIMALS) {
            throw refused(title, "at most " + Money.MOST_DECIMALS + " decimals", "more");
        }
        return Money.of(number);
    }

    Money moneyOrZero(String title) {
        return isBlank(title) ? Money.ZERO : money(title);
    }

    /** What moves money says how much; of what moves none, some brokers write nothing. */
    Money money(String title, Action action) {
        return isBlank(title) && !action.movesMoney() ? Money.ZERO : money(title);
    }

    /** Half-up to as many decimals as an amount has, for brokers who compute with more. */
    Money roundedMoney(String title) {
        return Money.of(number(title).setScale(Money.MOST_DECIMALS, RoundingMode.HALF_UP));
    }

    Money roundedMoneyOrZero(String title) {
        return isBlank(title) ? Money.ZERO : roundedMoney(title);
    }

    private Refused notANumber(String title, String text) {
        if (text.indexOf('*') >= 0) {
            return refused(title, "a number", "a masked one; export the statement with its amounts shown");
        }
        return refused(title, "a number such as 1,234.56", text.isEmpty() ? "nothing" : "none");
    }

    LocalDate date(String title, Dates dates) {
        return date(title, text(title), dates);
    }

    /** Out of a part of the column. */
    LocalDate date(String title, String text, Dates dates) {
        LocalDate date = dates.parse(text);
        if (date == null) {
            throw refused(title, "a date such as " + dates.example(), text.isEmpty() ? "nothing" : "none");
        }
        return date;
    }

    LocalDate dateOr(String title, Dates dates, LocalDate otherwise) {
        return isBlank(title) ? otherwise : date(title, dates);
    }

    Instrument instrument(String title, InstrumentReader reader) {
        return instrument(title, text(title), reader);
    }

    /** Out of a part of the column. */
    Instrument instrument(String title, String part, InstrumentReader reader) {
        Instrument instrument = reader.read(part);
        if (instrument == null) {
            throw refused(title, reader.expected(), part.isEmpty() ? "nothing" : "none");
        }
        return instrument;
    }

    /** By what its contracts are multiplied, where the column says so. */
    Instrument multiplied(Instrument instrument, String title) {
        BigDecimal multiplier = numberOrNull(title);
        if (multiplier != null && multiplier.signum() <= 0) {
            throw refused(title, "a positive number", "none");
        }
        return multiplier == null ? instrument : multiplied(instrument, multiplier);
    }

    static Instrument multiplied(Instrument instrument, BigDecimal multiplier) {
        return switch (instrument) {
            case OptionContract option -> option.withMultiplier(multiplier);
            case OpaqueInstrument opaque -> opaque.withMultiplier(multiplier);
            case Share share -> share;
        };
    }

    Refused refused(String title, String expected, String found) {
        Integer place = header.places().get(title);
        return place == null
                ? Refused.of(row, 1, title, expected, found)
                : Refused.of(row, place + 1, title, expected, found);
    }
}
