package io.alluse.statement;

import java.time.LocalDate;

/**
 * An announcement that is open, and the last day on which a line settles it.
 */
public record Announced(OpenAnnouncement announcement, LocalDate until) {

    public boolean isOverdueOn(LocalDate day) {
        return day.isAfter(until);
    }
}
