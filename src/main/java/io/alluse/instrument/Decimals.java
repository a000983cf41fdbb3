package io.alluse.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers inside the names of instruments. */
final class Decimals {

    private static final int LONGEST = 15;

    private Decimals() {}

    /** Equal numbers are equal values. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@code 475.00}, {@code $1,050.00}, {@code .5}; nothing where the text is no positive number. */
    static @Nullable BigDecimal positive(String text) {
        String number = text.startsWith("$") ? text.substring(1).replace(",", "") : text.replace(",", "");
        int points = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return null;
            }
        }
        if (points > 1 || points == number.length() || number.length() > LONGEST) {
            return null;
        }
        BigDecimal value = new BigDecimal(number);
        return value.signum() > 0 ? value : null;
    }

    /** Minus one where a character is no digit. */
    static int digits(String text, int from, int to) {
        if (from < 0 || to > text.length() || from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
