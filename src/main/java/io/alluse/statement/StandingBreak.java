package io.alluse.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A break of an earlier statement that nothing has ended. */
record StandingBreak(
        long id,
        BreakKind kind,
        @Nullable String instrument,
        BigDecimal difference,
        boolean explained,
        LocalDate asOf) {}
