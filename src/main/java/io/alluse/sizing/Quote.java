package io.alluse.sizing;

import io.alluse.price.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last price of something, and whether a position can be sized by it. */
public record Quote(@Nullable Price price, State state) {

    /** What is to be thought of a price. */
    public enum State {
        FRESH,
        /** None was ever loaded. */
        NONE,
        /** Older than the policy allows. */
        STALE,
        ZERO
    }

    static Quote of(@Nullable Price price, LocalDate date, int maxAge) {
        if (price == null) {
            return new Quote(null, State.NONE);
        }
        if (price.close().signum() <= 0) {
            return new Quote(price, State.ZERO);
        }
        return new Quote(price, price.ageOn(date) > maxAge ? State.STALE : State.FRESH);
    }

    public boolean isFresh() {
        return state == State.FRESH;
    }

    /** The close, if it can be used. */
    public @Nullable BigDecimal usable() {
        return price != null && isFresh() ? price.close() : null;
    }
}
