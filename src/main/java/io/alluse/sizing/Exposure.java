package io.alluse.sizing;

import io.alluse.money.Money;

/**
 * What an account has in one underlying.
 *
 * @param owned what it holds, at the mark or at cost
 * @param bound what its short puts have to pay if they are assigned
 */
public record Exposure(Money owned, Money bound) {

    /** There, but worth nothing. */
    static final Exposure NOTHING = new Exposure(Money.ZERO, Money.ZERO);

    /** Both at once: after an assignment it holds both. */
    public Money total() {
        return owned.plus(bound);
    }

    Exposure plus(Exposure other) {
        return new Exposure(owned.plus(other.owned), bound.plus(other.bound));
    }
}
