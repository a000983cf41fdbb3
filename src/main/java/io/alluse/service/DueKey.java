package io.alluse.service;

import java.time.LocalDate;

/** A job definition and one of its business dates: due once. */
public record DueKey(String definition, LocalDate date) {

    @Override
    public String toString() {
        return definition + " of " + date;
    }
}
