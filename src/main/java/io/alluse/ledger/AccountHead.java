package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.money.Money;

/** What an account has come to: the end of its chain, its state, base and balances. */
public record AccountHead(ChainHead chain, AccountState state, Money base, Balances balances) {

    /** What is above the base. */
    public Money surplus() {
        return balances.netWorth().minus(base);
    }
}
