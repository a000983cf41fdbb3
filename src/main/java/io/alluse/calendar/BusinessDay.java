package io.alluse.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/** A New York business date: the day under which something is posted, whatever the wall clock says. */
public record BusinessDay(LocalDate date) implements Comparable<BusinessDay> {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    public static BusinessDay of(LocalDate date) {
        return new BusinessDay(date);
    }

    /** Reads {@code 2026-01-05}. */
    public static BusinessDay parse(String text) {
        try {
            return new BusinessDay(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date (expected YYYY-MM-DD): " + text, e);
        }
    }

    public static BusinessDay today(Clock clock) {
        return new BusinessDay(clock.instant().atZone(NEW_YORK).toLocalDate());
    }

    @Override
    public int compareTo(BusinessDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
