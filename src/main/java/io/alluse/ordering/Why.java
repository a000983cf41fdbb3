package io.alluse.ordering;

import io.alluse.sizing.Quote;
import org.jspecify.annotations.Nullable;

/** Why nothing, or nothing more, of a symbol is asked for; no symbol where it holds for all of them. */
record Why(@Nullable String symbol, Reason reason) {

    /** One word per case. */
    enum Reason {
        NET_WORTH("net worth is not positive"),
        NO_PRICE("no price"),
        STALE_PRICE("its price is too old"),
        ZERO_PRICE("its price is zero"),
        MAX_POSITIONS("as many positions as the policy allows"),
        LIMIT("the limit per position is reached"),
        QUARTER_CAP("too many would expire in one quarter"),
        BELOW_ONE_UNIT("less than one unit costs");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** What is wrong with a price that is not fresh. */
        static Reason of(Quote.State state) {
            return switch (state) {
                case FRESH -> throw new IllegalArgumentException("nothing is wrong with a fresh price");
                case NONE -> NO_PRICE;
                case STALE -> STALE_PRICE;
                case ZERO -> ZERO_PRICE;
            };
        }

        String text() {
            return text;
        }

        /** Whether a price that is loaded would mend it. */
        boolean isOfPrice() {
            return this == NO_PRICE || this == STALE_PRICE || this == ZERO_PRICE;
        }
    }

    @Override
    public String toString() {
        return symbol == null ? reason.text() : symbol + ": " + reason.text();
    }
}
