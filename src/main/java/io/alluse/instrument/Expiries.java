package io.alluse.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Expiry dates as brokers write them; nothing where the text is no date. */
final class Expiries {

    private static final int CENTURY = 2000;
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    private Expiries() {}

    static @Nullable LocalDate of(int year, int month, int day) {
        int full = year >= 0 && year < 100 ? CENTURY + year : year;
        if (full < CENTURY || full >= CENTURY + 100 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return YearMonth.of(full, month).isValidDay(day) ? LocalDate.of(full, month, day) : null;
    }

    /** {@code 240315}. */
    static @Nullable LocalDate compact(String text, int from) {
        return of(
                Decimals.digits(text, from, from + 2),
                Decimals.digits(text, from + 2, from + 4),
                Decimals.digits(text, from + 4, from + 6));
    }

    /** {@code 2024-03-15}, {@code 03/15/2024}, {@code 3/15/24}, {@code 15MAR24}. */
    static @Nullable LocalDate word(String text) {
        if (text.indexOf('/') > 0) {
            return slashed(text);
        }
        int dash = text.indexOf('-');
        if (dash > 0) {
            return dash == 4 && text.length() == 10 && text.charAt(7) == '-'
                    ? of(Decimals.digits(text, 0, 4), Decimals.digits(text, 5, 7), Decimals.digits(text, 8, 10))
                    : null;
        }
        int month = text.length() - 5;
        return month < 1
                ? null
                : of(
                        Decimals.digits(text, month + 3, month + 5),
                        month(text.substring(month, month + 3)),
                        Decimals.digits(text, 0, month));
    }

    private static @Nullable LocalDate slashed(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        return second < 0
                ? null
                : of(
                        Decimals.digits(text, second + 1, text.length()),
                        Decimals.digits(text, 0, first),
                        Decimals.digits(text, first + 1, second));
    }

    /** Minus one where it is none; {@code Jan} and {@code JAN} are 1. */
    static int month(String text) {
        if (text.length() != 3) {
            return -1;
        }
        for (int month = 0; month < 12; month++) {
            if (MONTHS.regionMatches(true, month * 3, text, 0, 3)) {
                return month + 1;
            }
        }
        return -1;
    }
}
