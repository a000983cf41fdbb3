package io.alluse.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument was worth at the close of a day.
 *
 * @param symbol the canonical text of the instrument
 */
public record Price(
        String symbol,
        LocalDate date,
        BigDecimal close,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal volume) {

    /** Calendar days from its date to this one: what a policy's {@code maxPriceAgeDays} is compared with. */
    public long ageOn(LocalDate day) {
        return ChronoUnit.DAYS.between(date, day);
    }
}
