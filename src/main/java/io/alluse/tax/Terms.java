package io.alluse.tax;

import io.alluse.money.Money;

/** Two amounts of different character: what is taxed as short-term and what as long-term. */
record Terms(Money shortTerm, Money longTerm) {

    static final Terms NONE = new Terms(Money.ZERO, Money.ZERO);

    Terms plus(Terms other) {
        return new Terms(shortTerm.plus(other.shortTerm), longTerm.plus(other.longTerm));
    }

    /** How much of a loss on one side the gain on the other side takes away. */
    Money opposed() {
        return shortTerm.signum() * longTerm.signum() < 0 ? size(shortTerm).min(size(longTerm)) : Money.ZERO;
    }

    private static Money size(Money amount) {
        return amount.signum() < 0 ? amount.negated() : amount;
    }

    /** With this much of the gain set against the loss. */
    Terms netted(Money opposed) {
        if (opposed.isZero()) {
            return this;
        }
        return shortTerm.isPositive()
                ? new Terms(shortTerm.minus(opposed), longTerm.plus(opposed))
                : new Terms(shortTerm.plus(opposed), longTerm.minus(opposed));
    }

    Terms losses() {
        return shortTerm.signum() < 0 || longTerm.signum() < 0
                ? new Terms(shortTerm.min(Money.ZERO), longTerm.min(Money.ZERO))
                : NONE;
    }
}
