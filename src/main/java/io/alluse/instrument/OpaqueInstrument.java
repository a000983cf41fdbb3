package io.alluse.instrument;

import java.math.BigDecimal;

/**
 * What is held under a name that is not taken apart: futures ({@code /ESU5}), options on them
 * ({@code ./ESU5 E3AQ5 250818P6460}), bonds by their CUSIP.
 *
 * @param name nothing that would be read as a share or an option
 */
public record OpaqueInstrument(String name, BigDecimal multiplier) implements Instrument {

    private static final int LONGEST_NAME = 60;
    private static final int CUSIP = 9;
    private static final String MONTHS = "FGHJKMNQUVXZ";

    /** Bonds are priced per hundred of their face. */
    private static final BigDecimal OF_BONDS = new BigDecimal("0.01");

    public OpaqueInstrument {
        multiplier = Decimals.plain(multiplier);
        if (!isName(name) || multiplier.signum() <= 0) {
            throw new IllegalArgumentException("an opaque instrument has a name that is neither share nor option and a"
                    + " multiplier, were '" + name + "', " + multiplier);
        }
    }

    /** With the multiplier that such a name has until something else is known. */
    static OpaqueInstrument of(String name) {
        return new OpaqueInstrument(name, isCusip(name) ? OF_BONDS : BigDecimal.ONE);
    }

    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME
                && text.equals(text.strip())
                && text.chars().allMatch(c -> c >= ' ' && c <= '~')
                && !text.contains(CanonicalText.MULTIPLIER)
                && (isFuture(text) || isCusip(text));
    }

    private static boolean isCusip(String text) {
        return text.length() == CUSIP
                && text.chars().allMatch(c -> Share.isLetterOrDigit((char) c))
                && Character.isDigit(text.charAt(CUSIP - 1));
    }

    /** Futures and options on them are traded under names that begin so. */
    static boolean isFuture(String text) {
        return text.length() > 2 && (text.startsWith("/") || text.startsWith("./"));
    }

    public OpaqueInstrument withMultiplier(BigDecimal other) {
        return new OpaqueInstrument(name, other);
    }

    /** Another multiplier than 1 follows as {@code x50}. */
    @Override
    public String canonical() {
        return multiplier.compareTo(BigDecimal.ONE) == 0 ? name : name + " x" + multiplier.toPlainString();
    }

    /** {@code /ES} for every month of that future and every option on it; else the name. */
    @Override
    public String underlying() {
        if (!isFuture(name)) {
            return name;
        }
        int start = name.indexOf('/') + 1;
        int blank = name.indexOf(' ');
        int end = blank < 0 ? name.length() : blank;
        int month = end;
        while (month > start && Character.isDigit(name.charAt(month - 1))) {
            month--;
        }
        boolean dated = month < end && month - 1 > start && MONTHS.indexOf(name.charAt(month - 1)) >= 0;
        return "/" + name.substring(start, dated ? month - 1 : end);
    }

    @Override
    public String toString() {
        return canonical();
    }
}
