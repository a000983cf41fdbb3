package io.alluse.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker's statement and the ledger disagree, and what became of it.
 *
 * @param brokerage the code of whom the brokerage account serves
 * @param reference what the broker calls it
 * @param since the end of the first statement that showed it
 * @param asOf the end of the last one
 * @param statement the last one
 * @param goneOn the end of the statement that did not show it any more
 */
public record Break(
        long id,
        String brokerage,
        @Nullable String reference,
        BreakKind kind,
        @Nullable String instrument,
        BigDecimal stated,
        BigDecimal expected,
        BigDecimal difference,
        LocalDate since,
        LocalDate asOf,
        String statement,
        BreakState state,
        @Nullable Word word,
        @Nullable LocalDate goneOn) {

    /** What a person said about it. */
    public record Word(Instant at, String by, String text) {}

    /** {@code cash}, or the instrument. */
    public String what() {
        return instrument == null ? kind.word() : instrument;
    }
}
