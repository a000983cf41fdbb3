package io.alluse.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert and what became of it.
 *
 * @param subject the code of an account or main account
 * @param next the command to give
 * @param raisedOn the business date on which it was found first
 */
public record Alert(
        long id,
        AlertKind kind,
        String subject,
        String key,
        String text,
        String next,
        LocalDate raisedOn,
        @Nullable Long runId,
        AlertState state,
        @Nullable Word word,
        @Nullable LocalDate clearedOn) {

    /** What a person said about it. */
    public record Word(Instant at, String by, String text) {}
}
