package io.alluse.instrument;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stock, an exchange-traded fund or a fund; a class follows a point ({@code BRK.B}). */
public record Share(String symbol) implements Instrument {

    private static final int LONGEST = 8;
    private static final int LONGEST_CLASS = 4;

    /** Where some brokers, and every option, leave the point out. */
    private static final Map<String, String> CLASSES =
            Map.of("BRKA", "BRK.A", "BRKB", "BRK.B", "BFA", "BF.A", "BFB", "BF.B");

    public Share {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException("a symbol is 1 to " + LONGEST
                    + " capitals or digits and perhaps a class such as .B, was '" + symbol + "'");
        }
    }

    /** Nothing where the text is no symbol; {@code BRK/B}, {@code BRK B} and {@code BRKB} are {@code BRK.B}. */
    static @Nullable Share read(String text) {
        String symbol = withClass(text.replace('/', '.').replace(' ', '.'));
        return isSymbol(symbol) ? new Share(symbol) : null;
    }

    static String withClass(String symbol) {
        return CLASSES.getOrDefault(symbol, symbol);
    }

    /** Nine without a class would be a CUSIP. */
    static boolean isSymbol(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int ofClass = text.length() - end - 1;
        if (end == 0 || end > LONGEST || ofClass == 0 || ofClass > LONGEST_CLASS || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '-' && c != '*') {
                return false;
            }
        }
        return true;
    }

    static boolean isLetterOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    @Override
    public String canonical() {
        return symbol;
    }

    @Override
    public BigDecimal multiplier() {
        return BigDecimal.ONE;
    }

    @Override
    public String underlying() {
        return symbol;
    }

    @Override
    public String toString() {
        return canonical();
    }
}
