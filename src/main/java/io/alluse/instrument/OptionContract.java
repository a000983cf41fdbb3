package io.alluse.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An option on a share or an index.
 *
 * @param root as listed; an adjusted one ends in a digit ({@code AAPL1})
 * @param multiplier shares or index units per contract, 100 unless the contract has been adjusted
 */
public record OptionContract(String root, LocalDate expiry, BigDecimal strike, Right right, BigDecimal multiplier)
        implements Instrument {

    public static final BigDecimal USUAL_MULTIPLIER = BigDecimal.valueOf(100);

    public OptionContract {
        strike = plain(strike);
        multiplier = plain(multiplier);
    }

    /** Equal numbers are equal values. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
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
        return root.replaceFirst("(?<=\\D)\\d$", "");
    }

    @Override
    public String toString() {
        return canonical();
    }
}
