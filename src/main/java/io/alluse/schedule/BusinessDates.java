package io.alluse.schedule;

import io.alluse.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which trading days are business dates of a job. */
public enum BusinessDates {
    EVERY("every-trading-day", Period.DAY, Side.FIRST),
    FIRST_OF_WEEK("first-trading-day-of-week", Period.WEEK, Side.FIRST),
    LAST_OF_WEEK("last-trading-day-of-week", Period.WEEK, Side.LAST),
    FIRST_OF_MONTH("first-trading-day-of-month", Period.MONTH, Side.FIRST),
    LAST_OF_MONTH("last-trading-day-of-month", Period.MONTH, Side.LAST),
    FIRST_OF_QUARTER("first-trading-day-of-quarter", Period.QUARTER, Side.FIRST),
    LAST_OF_QUARTER("last-trading-day-of-quarter", Period.QUARTER, Side.LAST),
    FIRST_OF_YEAR("first-trading-day-of-year", Period.YEAR, Side.FIRST),
    LAST_OF_YEAR("last-trading-day-of-year", Period.YEAR, Side.LAST);

    private enum Side {
        FIRST,
        LAST
    }

    private final String word;
    private final Period period;
    private final Side side;

    BusinessDates(String word, Period period, Side side) {
        this.word = word;
        this.period = period;
        this.side = side;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }

    /** Whether a date is open, and no day of its period beyond it is. */
    boolean include(LocalDate date, TradingCalendar calendar) {
        return calendar.isOpen(date) && beyond(date).noneMatch(calendar::isOpen);
    }

    /** The holidays but for which another day would be the business date. */
    List<LocalDate> holidaysBeyond(LocalDate date, TradingCalendar calendar) {
        return beyond(date).filter(day -> calendar.closedFor(day).isPresent()).toList();
    }

    /** The days of the period before a first date, or after a last one. */
    private Stream<LocalDate> beyond(LocalDate date) {
        return switch (side) {
            case FIRST -> period.first(date).datesUntil(date);
            case LAST -> date.plusDays(1).datesUntil(period.last(date).plusDays(1));
        };
    }
}
