package io.alluse.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The marks of an account; none until a period of its has been closed. */
public record Marks(@Nullable Mark week, @Nullable Mark quarter) {

    public static final Marks NONE = new Marks(null, null);

    public @Nullable Mark of(Period period) {
        return switch (period) {
            case WEEK -> week;
            case QUARTER -> quarter;
        };
    }

    /** The same, but for the period that an event of this rule closes. */
    Marks after(String rule, LocalDate date, Balances balances) {
        return Period.ofRule(rule)
                .map(period -> with(period, Mark.of(date, balances)))
                .orElse(this);
    }

    private Marks with(Period period, Mark mark) {
        return switch (period) {
            case WEEK -> new Marks(mark, quarter);
            case QUARTER -> new Marks(week, mark);
        };
    }
}
