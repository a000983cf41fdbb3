package io.alluse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Which dates are business days, and how to count them: the days on which the New York Stock Exchange trades. */
public final class BusinessDays {

    private static final TradingCalendar NYSE = CalendarBook.shipped().named(CalendarBook.NYSE);

    private BusinessDays() {}

    public static boolean isOne(LocalDate date) {
        return NYSE.isOpen(date);
    }

    /** Whether trading ends at one o'clock: before Independence Day and Christmas, and after Thanksgiving. */
    public static boolean closesEarly(LocalDate date) {
        return NYSE.closesEarly(date);
    }

    /** The n-th business day after a date, which need not be one itself; n = 0 is the date itself. */
    public static LocalDate after(LocalDate date, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("business days after a date are counted from zero, was " + n);
        }
        LocalDate day = date;
        for (int counted = 0; counted < n; counted++) {
            day = NYSE.next(day);
        }
        return day;
    }

    /** The date itself, or the last business day before it. */
    public static LocalDate atOrBefore(LocalDate date) {
        return NYSE.atOrBefore(date);
    }

    /** The last business day of the week that a date is in; a weekend belongs to the week that begins with it. */
    public static LocalDate endOfWeek(LocalDate date) {
        return atOrBefore(date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    }
}
