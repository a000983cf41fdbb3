package io.alluse.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Options in one word: root, six digits of the expiry, the right, the strike; read from the end, since a root may end in a digit. */
final class CompactOption {

    private static final int DATE = 6;
    private static final int OCC_STRIKE = 8;
    private static final int OCC_DECIMALS = 3;

    private CompactOption() {}

    /** {@code AAPL  240315C00150000}, or without the blanks. */
    static @Nullable OptionContract occ(String text) {
        int right = text.length() - OCC_STRIKE - 1;
        int thousandths = Decimals.digits(text, right + 1, text.length());
        return thousandths <= 0 ? null : option(text, 0, right, BigDecimal.valueOf(thousandths, OCC_DECIMALS));
    }

    /** {@code -SPY240119P450}, {@code -XYZ240119P32.5}; thinkorswim begins with a point. */
    static @Nullable OptionContract dashed(String text) {
        int start = text.startsWith("-") || text.startsWith(".") ? 1 : 0;
        int right = Math.max(text.lastIndexOf('C'), text.lastIndexOf('P'));
        BigDecimal strike = right < 0 ? null : Decimals.positive(text.substring(right + 1));
        return strike == null ? null : option(text, start, right, strike);
    }

    private static @Nullable OptionContract option(String text, int start, int at, BigDecimal strike) {
        if (at - DATE <= start) {
            return null;
        }
        String root = text.substring(start, at - DATE).strip();
        LocalDate expiry = Expiries.compact(text, at - DATE);
        Right right = Right.read(text.substring(at, at + 1));
        return expiry == null || right == null || !OptionContract.isRoot(root)
                ? null
                : new OptionContract(root, expiry, strike, right, OptionContract.USUAL_MULTIPLIER);
    }
}
