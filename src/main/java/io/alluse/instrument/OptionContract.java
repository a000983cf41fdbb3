package io.alluse.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * An option on a share or an index.
 *
 * @param root as listed; an adjusted one ends in a digit ({@code AAPL1})
 * @param multiplier shares or index units per contract, 100 unless the contract has been adjusted
 */
public record OptionContract(String root, LocalDate expiry, BigDecimal strike, Right right, BigDecimal multiplier)
        implements Instrument {

    public static final BigDecimal USUAL_MULTIPLIER = BigDecimal.valueOf(100);
    private static final int LONGEST_ROOT = 6;

    /** Indexes have options under several roots. */
    private static final Map<String, String> UNDERLYINGS =
            Map.of("SPXW", "SPX", "NDXP", "NDX", "RUTW", "RUT", "VIXW", "VIX");

    public OptionContract {
        if (!isRoot(root) || strike.signum() <= 0 || multiplier.signum() <= 0) {
            throw new IllegalArgumentException("an option has a root of 1 to " + LONGEST_ROOT
                    + " capitals, a strike and a multiplier, were '" + root + "', " + strike + ", " + multiplier);
        }
        strike = Decimals.plain(strike);
        multiplier = Decimals.plain(multiplier);
    }

    static boolean isRoot(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ROOT || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Share.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public OptionContract withMultiplier(BigDecimal other) {
        return other.compareTo(multiplier) == 0 ? this : new OptionContract(root, expiry, strike, right, other);
    }

    /** {@code AAPL 2024-03-15 150 C}; another multiplier than the usual one follows as {@code x10}. */
    @Override
    public String canonical() {
        String usual = root + " " + expiry + " " + strike.toPlainString() + " " + right.letter();
        return multiplier.compareTo(USUAL_MULTIPLIER) == 0 ? usual : usual + " x" + multiplier.toPlainString();
    }

    /** The root without the digit of an adjustment. */
    @Override
    public String underlying() {
        int last = root.length() - 1;
        String listed = last > 0 && Character.isDigit(root.charAt(last)) ? root.substring(0, last) : root;
        return UNDERLYINGS.getOrDefault(listed, Share.withClass(listed));
    }

    @Override
    public String toString() {
        return canonical();
    }
}
