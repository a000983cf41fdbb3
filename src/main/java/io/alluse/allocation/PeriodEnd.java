package io.alluse.allocation;

import io.alluse.calendar.BusinessDays;
import io.alluse.ledger.Period;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The date under which a period is closed: its last business day (docs/rules.md 5.4, 5.5). */
final class PeriodEnd {

    private PeriodEnd() {}

    /** Of the period that a date is in; a weekend belongs to the week that begins with it. */
    static LocalDate of(Period period, LocalDate date) {
        return switch (period) {
            case WEEK -> BusinessDays.endOfWeek(date);
            case QUARTER -> BusinessDays.atOrBefore(endOfQuarter(date));
        };
    }

    private static LocalDate endOfQuarter(LocalDate date) {
        int months = (date.getMonthValue() + 2) / 3 * 3 - date.getMonthValue();
        return date.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
    }
}
