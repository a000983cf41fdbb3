package io.alluse.price;

import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How what is priced may be written: one text per instrument, or its price would not be found again. */
final class SymbolRule {

    private static final Pattern SHARE = Pattern.compile("[A-Z0-9^$][A-Z0-9.^$/-]{0,19}");
    private static final Pattern OPTION = Pattern.compile(
            "([A-Z0-9^$][A-Z0-9.^$/]{0,19}) +(\\d{4}-\\d\\d-\\d\\d) +(\\d{1,9}(?:\\.\\d{1,8})?) +([CP])(?: +x(\\d{1,6}(?:\\.\\d{1,4})?))?");
    /** Futures and options on them, which are not taken apart. */
    private static final Pattern OPAQUE = Pattern.compile("\\.?/[A-Z0-9./^$-]{1,30}(?: [A-Z0-9./^$-]{1,30}){0,3}");

    private SymbolRule() {}

    /** What is wrong with the text, if anything. */
    static Optional<String> problem(String symbol) {
        Matcher option = OPTION.matcher(symbol);
        if (option.matches()) {
            return optionProblem(symbol, option);
        }
        if (SHARE.matcher(symbol).matches() || OPAQUE.matcher(symbol).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                symbol.isEmpty()
                        ? "is missing"
                        : "is neither a symbol in capitals such as AAPL nor an option such as AAPL 2024-03-15 150 C");
    }

    private static Optional<String> optionProblem(String symbol, Matcher option) {
        try {
            String canonical = option(option).canonical();
            return canonical.equals(symbol) ? Optional.empty() : Optional.of("write it as " + canonical);
        } catch (DateTimeException _) {
            return Optional.of("expires on " + option.group(2) + ", which is no date");
        }
    }

    private static OptionContract option(Matcher option) {
        String multiplier = option.group(5);
        return new OptionContract(
                option.group(1),
                LocalDate.parse(option.group(2)),
                new BigDecimal(option.group(3)),
                option.group(4).equals("C") ? Right.CALL : Right.PUT,
                multiplier == null ? OptionContract.USUAL_MULTIPLIER : new BigDecimal(multiplier));
    }
}
