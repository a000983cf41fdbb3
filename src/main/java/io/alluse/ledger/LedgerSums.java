package io.alluse.ledger;

import io.alluse.money.Money;

/** How much there is, of everything. */
record LedgerSums(long accounts, long events, long movements, Money base, Balances balances) {

    static final LedgerSums NONE = new LedgerSums(0, 0, 0, Money.ZERO, Balances.ZERO);

    LedgerSums plus(LedgerSums other) {
        return new LedgerSums(
                accounts + other.accounts,
                events + other.events,
                movements + other.movements,
                base.plus(other.base),
                balances.plus(other.balances));
    }
}
