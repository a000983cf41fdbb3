package io.alluse.intent;

import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One order that an account asks for (docs/rules.md 5.6).
 *
 * @param no 1, 2, 3 … among the intents of one account and run
 * @param symbol the underlying; where it ends a position, the instrument
 * @param quantity shares or contracts; null only for LEAPS of which no price is loaded
 * @param budget what it takes of its bucket: quantity times price, for contracts times a hundred, up to the next cent; of LEAPS without
 *     a quantity, what may be spent
 * @param price that quantity and budget are worked out with: of the share, or of one LEAPS call
 * @param priceDate of that price
 * @param delta of the options to be written or bought; null for shares
 * @param validUntil the last day on which it may be filled
 * @param expiryFrom of LEAPS, the first day on which they may expire
 * @param expiryTo of LEAPS, the last one
 */
public record OrderIntent(
        int no,
        IntentKind kind,
        String symbol,
        @Nullable BigDecimal quantity,
        Money budget,
        @Nullable BigDecimal price,
        @Nullable LocalDate priceDate,
        @Nullable DeltaBand delta,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable LocalDate expiryFrom,
        @Nullable LocalDate expiryTo) {

    public OrderIntent {
        boolean leaps = kind == IntentKind.LEAPS;
        boolean closes = kind.closes();
        require(no > 0 && !symbol.isEmpty(), "needs a number and a symbol");
        require(closes == budget.isZero() && budget.signum() >= 0, "has a budget unless it ends a position");
        require(leaps || quantity != null, "needs a quantity unless it is of LEAPS");
        require(quantity == null || quantity.signum() > 0, "has a positive quantity");
        require(
                (quantity == null || closes) == (price == null) && (price == null) == (priceDate == null),
                "is priced or not");
        require(
                (delta == null) == (kind == IntentKind.SHARES || closes),
                "has a delta band unless it is of shares or ends a position");
        require(!validUntil.isBefore(validFrom), "ends when it has begun");
        require((expiryFrom != null) == leaps && (expiryTo != null) == leaps, "says when LEAPS expire, and only they");
    }

    /** Ends a position. */
    public static OrderIntent closing(
            int no, IntentKind kind, String instrument, BigDecimal quantity, LocalDate from, LocalDate until) {
        return new OrderIntent(no, kind, instrument, quantity, Money.ZERO, null, null, null, from, until, null, null);
    }

    /** {@code sell 2 TSLA puts, delta 40-50}. */
    public String words() {
        String many = quantity == null ? "" : quantity.toPlainString() + " ";
        String band = delta == null ? "" : ", delta " + delta;
        return switch (kind) {
            case CONTRACTS -> "sell " + many + symbol + " puts" + band;
            case SHARES -> "buy " + many + symbol + " shares";
            case SALE -> "sell " + many + symbol + " that are held";
            case BUY_BACK -> "buy back " + many + symbol;
            case LEAPS -> "buy " + many + symbol + " calls" + band + ", expiring " + expiryFrom + " to " + expiryTo;
        };
    }

    private static void require(boolean kept, String what) {
        if (!kept) {
            throw new IllegalArgumentException("an intent " + what);
        }
    }
}
