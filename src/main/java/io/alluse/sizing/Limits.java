package io.alluse.sizing;

import io.alluse.money.Money;
import io.alluse.policy.TierPolicy.Positions;

/** How much one underlying may take, and how many there may be (docs/rules.md 2.6). */
public record Limits(Money perPosition, int positions) {

    /** Who owes more than it owns may hold nothing. */
    public static Limits of(Positions policy, Money netWorth) {
        return new Limits(netWorth.max(Money.ZERO).percent(policy.limit()), policy.max());
    }

    /** What an underlying may still take. */
    public Money room(Money held) {
        return perPosition.minus(held).max(Money.ZERO);
    }
}
