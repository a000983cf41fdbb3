package io.alluse.ordering;

import io.alluse.policy.LeapsPolicy;
import java.time.LocalDate;

/** When LEAPS may expire. */
record LeapsWindow(LocalDate from, LocalDate to) {

    private static final int MONTHS = 3;

    /** Far enough away, and not too far, on whichever of these days they are bought; and long enough to be LEAPS at all. */
    static LeapsWindow of(LeapsPolicy policy, EntryDays days) {
        LocalDate near = days.until().plusMonths(policy.expiry().fromMonths());
        LocalDate leaps = days.until().plusDays(policy.longerThanDays() + 1L);
        LocalDate from = leaps.isAfter(near) ? leaps : near;
        LocalDate to = days.from().plusMonths(policy.expiry().toMonths());
        return new LeapsWindow(from, to.isBefore(from) ? from : to);
    }

    /** The first day of the calendar quarter that a date is in. */
    static LocalDate quarter(LocalDate date) {
        return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
    }

    /** The part of it that lies in the quarter with this first day. */
    LeapsWindow within(LocalDate quarter) {
        LocalDate last = quarter.plusMonths(MONTHS).minusDays(1);
        return new LeapsWindow(quarter.isAfter(from) ? quarter : from, last.isBefore(to) ? last : to);
    }
}
