package io.alluse.broker;

import io.alluse.instrument.Notation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose list of positions it is: told by its columns, of which there are many more, and others every year.
 *
 * @param price the title of the column in which the last price stands
 * @param dated how the line begins that says of which day the list is
 * @param asides how what is no instrument begins
 */
record PositionsFormat(Columns columns, Notation notation, String price, String dated, List<String> asides) {

    static final String SYMBOL = "Symbol";

    private static final PositionsFormat SCHWAB = new PositionsFormat(
            Columns.of("Symbol, Description, Quantity|Qty (Quantity), Price, Market Value|Mkt Val (Market Value), [*]"),
            Notation.SCHWAB,
            "Price",
            "Positions for ",
            List.of("Cash & ", "Futures ", "Account Total", "Positions Total"));

    private static final PositionsFormat FIDELITY = new PositionsFormat(
            Columns.of("Account Number, Symbol, Description, Quantity, Last Price, Current Value, [*]"),
            Notation.FIDELITY,
            "Last Price",
            "Date downloaded ",
            List.of("Pending Activity"));

    /** Fidelity's mark of a fund in which cash is kept. */
    private static final String CASH = "**";

    PositionsFormat {
        asides = List.copyOf(asides);
    }

    /** Null where it is the header of something else. */
    static @Nullable PositionsFormat of(Row header) {
        return Stream.of(SCHWAB, FIDELITY)
                .filter(format -> format.columns.areIn(header))
                .findFirst()
                .orElse(null);
    }

    /** {@code Positions for account Individual ...123 as of 12:33 PM ET, 2025/05/04}; null if the row is not about it. */
    @Nullable
    LocalDate date(Row row) {
        return row.cell(0).startsWith(dated)
                ? Arrays.stream(row.toString().split("[ ,]+"))
                        .map(PositionsFormat::day)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable LocalDate day(String word) {
        LocalDate us = Dates.US.parse(word);
        return us == null ? Dates.ISO.parse(word.replace('/', '-')) : us;
    }

    /** The name of an account and a disclaimer are alone in their rows. */
    boolean isAside(Row row, String symbol) {
        return row.size() <= 1
                || Numbers.isNone(symbol)
                || symbol.endsWith(CASH)
                || asides.stream()
                        .anyMatch(
                                aside -> symbol.startsWith(aside) || row.cell(0).startsWith(aside));
    }
}
