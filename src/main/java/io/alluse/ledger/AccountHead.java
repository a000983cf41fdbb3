package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;

/**
 * What an account has come to: the end of its chain, its state, base and balances; the last event that brought tax, reserve and
 * buffer up to date, with the beginning of the hash of the policy it followed; and the marks of its periods.
 */
public record AccountHead(
        ChainHead chain,
        AccountState state,
        Money base,
        Balances balances,
        int settledNo,
        long settledPolicy,
        Marks marks) {

    /** What is above the base. */
    public Money surplus() {
        return balances.netWorth().minus(base);
    }

    /** Whether nothing has happened since tax, reserve and buffer were brought up to date under this very policy. */
    public boolean isSettledBy(PolicyHash policy) {
        return settledNo == chain.lastNo() && settledPolicy == policy.prefix();
    }
}
