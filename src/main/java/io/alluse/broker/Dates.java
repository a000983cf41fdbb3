package io.alluse.broker;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The ways brokers write a day. */
enum Dates {
    /** Month first, one digit or two; the year in two digits or four. */
    US("01/31/2024") {
        @Override
        @Nullable
        LocalDate parse(String text) {
            char separator = text.indexOf('/') > 0 ? '/' : '-';
            int first = text.indexOf(separator);
            int second = text.indexOf(separator, first + 1);
            if (first < 0 || second < 0) {
                return null;
            }
            int year = digits(text, second + 1, text.length(), 4);
            int full = text.length() - second == 3 && year >= 0 ? CENTURY + year : year;
            return day(full, digits(text, 0, first, 2), digits(text, first + 1, second, 2));
        }
    },
    ISO("2024-01-31") {
        @Override
        @Nullable
        LocalDate parse(String text) {
            return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
                    ? day(digits(text, 0, 4, 4), digits(text, 5, 7, 2), digits(text, 8, 10, 2))
                    : null;
        }
    },
    COMPACT("20240131") {
        @Override
        @Nullable
        LocalDate parse(String text) {
            return text.length() == 8 ? day(digits(text, 0, 4, 4), digits(text, 4, 6, 2), digits(text, 6, 8, 2)) : null;
        }
    },
    MONTH_NAME("Jan-31-2024") {
        @Override
        @Nullable
        LocalDate parse(String text) {
            int month = text.length() == 11 && text.charAt(3) == '-' && text.charAt(6) == '-' ? month(text) : -1;
            return month < 0 ? null : day(digits(text, 7, 11, 4), month, digits(text, 4, 6, 2));
        }
    };

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int CENTURY = 2000;
    private static final int EARLIEST = 1980;
    private static final int LATEST = 2100;

    private final String example;

    Dates(String example) {
        this.example = example;
    }

    String example() {
        return example;
    }

    /** Null where it is none. */
    abstract @Nullable LocalDate parse(String text);

    private static int month(String text) {
        for (int month = 0; month < 12; month++) {
            if (MONTHS.regionMatches(true, month * 3, text, 0, 3)) {
                return month + 1;
            }
        }
        return -1;
    }

    private static int digits(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < EARLIEST || year > LATEST || month < 1 || day < 1) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
