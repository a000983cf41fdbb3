package io.alluse.tax;

import io.alluse.money.Money;
import io.alluse.money.Percent;

/** The buffer's target by net worth after the accrual, what it held, and what goes in. */
record Refill(Money netWorth, Percent rate, Money target, Money before, Money moved, boolean shortOfCash) {

    boolean isTold() {
        return shortOfCash || moved.isPositive();
    }
}
