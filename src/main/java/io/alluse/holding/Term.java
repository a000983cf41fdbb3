package io.alluse.holding;

import java.time.LocalDate;

/** Whether something was held for more than a year, counted by the calendar from the day after the purchase (docs/rules.md 9.2). */
public enum Term {
    SHORT,
    LONG;

    private static final int MONTHS = 12;

    public static Term of(LocalDate acquired, LocalDate sold) {
        return sold.isBefore(longFrom(acquired)) ? SHORT : LONG;
    }

    /** The first day on which a sale is long-term. */
    public static LocalDate longFrom(LocalDate acquired) {
        return longFrom(acquired, MONTHS);
    }

    /**
     * The first day on which it has been held for more than so many months: that of the month in which the day after the purchase has its
     * number; where the month is too short for it, the first of the next.
     */
    static LocalDate longFrom(LocalDate acquired, int months) {
        LocalDate first = acquired.plusDays(1);
        LocalDate same = first.plusMonths(months);
        return same.getDayOfMonth() == first.getDayOfMonth() ? same : same.plusDays(1);
    }
}
