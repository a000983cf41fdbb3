package io.alluse.allocation;

import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was earned since the mark, and what tax was accrued since; no date where there has been no mark. */
record Result(@Nullable LocalDate since, Money gain, Money taxes) {

    Money afterTax() {
        return gain.minus(taxes);
    }
}
