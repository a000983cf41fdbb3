package io.alluse.broker;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as brokers write them: {@code -1,234.56}, {@code ($0.70)}, {@code $-5}, {@code .71}. */
final class Numbers {

    private static final int MOST_DIGITS = 18;
    private static final int GROUP = 3;

    private final String text;
    private final int end;
    private int at;

    private Numbers(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** Blank, dashes, {@code N/A}. */
    static boolean isNone(String text) {
        return switch (text.length()) {
            case 0 -> true;
            case 1 -> text.charAt(0) == '-';
            case 2 -> text.equals("--");
            case 3 -> text.equals("N/A") || text.equals("n/a");
            default -> false;
        };
    }

    /** Null where it is none. */
    static @Nullable BigDecimal parse(String text) {
        boolean inParentheses = text.length() > 2 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')';
        int cut = inParentheses ? 1 : 0;
        return new Numbers(text, cut, text.length() - cut).parse(inParentheses);
    }

    private @Nullable BigDecimal parse(boolean inParentheses) {
        skip('$');
        boolean minus = skip('-');
        if (!minus) {
            skip('+');
        }
        skip('$');
        return minus && inParentheses ? null : digits(minus || inParentheses);
    }

    private boolean skip(char c) {
        if (at < end && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Thousands are grouped all the way or not at all, so that nobody's decimal comma is taken for one of theirs. */
    private @Nullable BigDecimal digits(boolean negative) {
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        int comma = -1;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0 && grouped(comma, digits)) {
                point = digits;
            } else if (c == ',' && point < 0 && (comma < 0 ? digits > 0 && digits <= GROUP : grouped(comma, digits))) {
                comma = digits;
            } else {
                return null;
            }
        }
        if (digits == 0 || digits > MOST_DIGITS || (point < 0 && !grouped(comma, digits))) {
            return null;
        }
        return BigDecimal.valueOf(negative ? -unscaled : unscaled, point < 0 ? 0 : digits - point);
    }

    private static boolean grouped(int comma, int digits) {
        return comma < 0 || digits - comma == GROUP;
    }
}
