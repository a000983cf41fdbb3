package io.alluse.tax;

import io.alluse.money.Money;

/** Tax payable after the accrual, the reserve held before, and what goes in (or out, where negative). */
record Reserve(Money payable, Money before, Money moved, boolean shortOfCash) {

    boolean isTold() {
        return shortOfCash || !moved.isZero();
    }
}
