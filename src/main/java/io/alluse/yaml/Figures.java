package io.alluse.yaml;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Numbers, written plainly: no exponents, no leading zeros, {@code 10_000_000} allowed. */
public final class Figures {

    private static final int MOST_DIGITS = 20;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(_[0-9]{3})+)(\\.[0-9]{1,8})?");

    private Figures() {}

    public static Type<Integer> count(int least, int most) {
        Function<Entry, BigDecimal> reader = within(Integer.toString(least), Integer.toString(most), 0);
        return new Type<>(
                "a whole number from " + least + " to " + most,
                entry -> reader.apply(entry).intValueExact(),
                Object::toString);
    }

    public static Function<Entry, BigDecimal> within(String least, String most, int decimals) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return entry -> {
            BigDecimal number = number(entry, decimals);
            if (number.compareTo(from) < 0 || number.compareTo(to) > 0) {
                throw Type.unfit();
            }
            return number;
        };
    }

    public static BigDecimal number(Entry entry, int decimals) {
        String text = entry.plain();
        if (text.length() > MOST_DIGITS || !NUMBER.matcher(text).matches()) {
            throw Type.unfit();
        }
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (number.stripTrailingZeros().scale() > decimals) {
            throw Type.unfit();
        }
        return number;
    }
}
