package io.alluse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which dates are business days, and how to count them: the days on which the New York Stock Exchange trades. */
public final class BusinessDays {

    private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();
    private static final MonthDay BEFORE_INDEPENDENCE = MonthDay.of(7, 3);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);

    private BusinessDays() {}

    public static boolean isOne(LocalDate date) {
        return !isWeekend(date) && !holidays(date.getYear()).contains(date);
    }

    /** Whether trading ends at one o'clock: before Independence Day and Christmas, and after Thanksgiving. */
    public static boolean closesEarly(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean early = day.equals(BEFORE_INDEPENDENCE)
                || day.equals(CHRISTMAS_EVE)
                || date.equals(ExchangeHolidays.thanksgiving(date.getYear()).plusDays(1));
        return early && isOne(date);
    }

    /** The n-th business day after a date, which need not be one itself; n = 0 is the date itself. */
    public static LocalDate after(LocalDate date, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("business days after a date are counted from zero, was " + n);
        }
        LocalDate day = date;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            counted += isOne(day) ? 1 : 0;
        }
        return day;
    }

    /** The date itself, or the last business day before it. */
    public static LocalDate atOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isOne(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The last business day of the week that a date is in; a weekend belongs to the week that begins with it. */
    public static LocalDate endOfWeek(LocalDate date) {
        return atOrBefore(date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
    }

    private static Set<LocalDate> holidays(int year) {
        return HOLIDAYS.computeIfAbsent(year, ExchangeHolidays::of);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
