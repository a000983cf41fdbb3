package io.alluse.consolidation;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation in numbers (docs/rules.md 7.5).
 *
 * @param worth what moves, at cost
 * @param improvement of a year: negative where the target does worse
 * @param actBy null where there is no hurry
 */
record Assessment(
        Set<Trigger> triggers,
        Choice choice,
        Money worth,
        BigDecimal reliability,
        Money saving,
        Money improvement,
        BigDecimal benefit,
        BigDecimal risk,
        BigDecimal confidence,
        Urgency urgency,
        @Nullable LocalDate actBy) {

    Assessment {
        triggers = EnumSet.copyOf(triggers);
    }
}
