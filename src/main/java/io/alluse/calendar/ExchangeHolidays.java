package io.alluse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The holidays of the New York Stock Exchange, by its rules (7.2) and the closings it has announced besides. */
final class ExchangeHolidays {

    private static final int FIRST_JUNETEENTH = 2022;
    private static final MonthDay JUNETEENTH = MonthDay.of(Month.JUNE, 19);
    private static final MonthDay INDEPENDENCE = MonthDay.of(Month.JULY, 4);
    private static final MonthDay CHRISTMAS = MonthDay.of(Month.DECEMBER, 25);

    /** Days of mourning, and of the hurricane of 2012; they follow from no rule. */
    private static final Set<LocalDate> ANNOUNCED = Set.of(
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9));

    private ExchangeHolidays() {}

    /** Of a year, ascending; all of them fall on weekdays. */
    static Set<LocalDate> of(int year) {
        Set<LocalDate> holidays = new TreeSet<>();
        newYear(year).ifPresent(holidays::add);
        holidays.add(nth(3, DayOfWeek.MONDAY, year, Month.JANUARY));
        holidays.add(nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY));
        holidays.add(easter(year).minusDays(2));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            holidays.add(observed(JUNETEENTH.atYear(year)));
        }
        holidays.add(observed(INDEPENDENCE.atYear(year)));
        holidays.add(nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER));
        holidays.add(thanksgiving(year));
        holidays.add(observed(CHRISTMAS.atYear(year)));
        ANNOUNCED.stream().filter(day -> day.getYear() == year).forEach(holidays::add);
        return holidays;
    }

    static LocalDate thanksgiving(int year) {
        return nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER);
    }

    /** On a Saturday it is not made up for: the Friday before is the last trading day of the old year. */
    private static Optional<LocalDate> newYear(int year) {
        LocalDate day = LocalDate.of(year, Month.JANUARY, 1);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? Optional.empty() : Optional.of(observed(day));
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static LocalDate nth(int n, DayOfWeek weekday, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    /** The Sunday after the church's full moon: the Gregorian computus in the form without exceptions of Meeus. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int leapCenturies = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - leapCenturies + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
