package io.alluse.statement;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a statement says something else than is to be expected of the ledger; the instrument where it is a position. */
record Difference(BreakKind kind, @Nullable String instrument, BigDecimal stated, BigDecimal expected) {

    BigDecimal amount() {
        return stated.subtract(expected);
    }

    /** Whether they are about the same thing, whatever the amounts. */
    boolean isAbout(BreakKind otherKind, @Nullable String otherInstrument) {
        return kind == otherKind && Objects.equals(instrument, otherInstrument);
    }
}
