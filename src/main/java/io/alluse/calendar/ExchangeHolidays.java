package io.alluse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The holidays of the New York Stock Exchange and the days it cuts short, by its rules (7.2). */
final class ExchangeHolidays {

    private static final int FIRST_JUNETEENTH = 2022;
    private static final MonthDay JUNETEENTH = MonthDay.of(Month.JUNE, 19);
    private static final MonthDay INDEPENDENCE = MonthDay.of(Month.JULY, 4);
    private static final MonthDay BEFORE_INDEPENDENCE = MonthDay.of(Month.JULY, 3);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);
    private static final MonthDay CHRISTMAS = MonthDay.of(Month.DECEMBER, 25);

    private ExchangeHolidays() {}

    /** Of a year, by date with their names; all of them fall on weekdays. */
    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        newYear(year).ifPresent(day -> holidays.put(day, "New Year's Day"));
        holidays.put(nth(3, DayOfWeek.MONDAY, year, Month.JANUARY), "Martin Luther King Day");
        holidays.put(nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY), "Washington's Birthday");
        holidays.put(easter(year).minusDays(2), "Good Friday");
        holidays.put(
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        if (year >= FIRST_JUNETEENTH) {
            holidays.put(observed(JUNETEENTH.atYear(year)), "Juneteenth");
        }
        holidays.put(observed(INDEPENDENCE.atYear(year)), "Independence Day");
        holidays.put(nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER), "Labor Day");
        holidays.put(thanksgiving(year), "Thanksgiving");
        holidays.put(observed(CHRISTMAS.atYear(year)), "Christmas");
        return holidays;
    }

    /** Of a year, by date with the reason; one that is a weekend or a holiday itself is cut no shorter. */
    static Map<LocalDate, String> eves(int year) {
        Map<LocalDate, String> eves = new TreeMap<>();
        eves.put(BEFORE_INDEPENDENCE.atYear(year), "the day before Independence Day");
        eves.put(thanksgiving(year).plusDays(1), "the day after Thanksgiving");
        eves.put(CHRISTMAS_EVE.atYear(year), "Christmas Eve");
        return eves;
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
