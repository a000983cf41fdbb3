package io.alluse.ordering;

import io.alluse.calendar.BusinessDays;
import io.alluse.policy.EntryWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedSet;
import java.util.TreeSet;

/** The days side by side on which positions may be opened next: an intent is valid on them. */
record EntryDays(LocalDate from, LocalDate until) {

    /** The first ones after a date. */
    static EntryDays after(LocalDate date, EntryWindow window) {
        LocalDate monday = date.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        SortedSet<LocalDate> days = new TreeSet<>();
        while (days.isEmpty()) {
            days.addAll(ofWeek(monday, window).tailSet(date.plusDays(1)));
            monday = monday.plusWeeks(1);
        }
        LocalDate until = days.getFirst();
        while (days.contains(BusinessDays.after(until, 1))) {
            until = BusinessDays.after(until, 1);
        }
        return new EntryDays(days.getFirst(), until);
    }

    /** A holiday is made up for on the next business day of its week, if there is one. */
    private static SortedSet<LocalDate> ofWeek(LocalDate monday, EntryWindow window) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (DayOfWeek weekday : window.days()) {
            LocalDate day = monday.with(TemporalAdjusters.nextOrSame(weekday));
            LocalDate next = BusinessDays.isOne(day) ? day : BusinessDays.after(day, 1);
            if (next.isBefore(monday.plusWeeks(1))) {
                days.add(next);
            }
        }
        return days;
    }
}
