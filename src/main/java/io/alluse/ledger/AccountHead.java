package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;

/**
 * What an account has come to: the end of its chain, its state, base and balances; the last event that brought tax, reserve and
 * buffer up to date, with the beginning of the hash of the policy it followed; the marks of its
 * periods; and what its open short puts bind.
 */
public record AccountHead(
        ChainHead chain,
        AccountState state,
        Money base,
        Balances balances,
        int settledNo,
        long settledPolicy,
        Marks marks,
        Money bound) {

    /** What is neither buffer nor reserve nor bound by short puts, to the cent. */
    public Money freeCash() {
        return balances.freeCash(bound, balances.of(LedgerAccount.CASH));
    }

    /** The same, where the lots say what was bound: the chain does not. */
    public AccountHead binding(Money other) {
        return new AccountHead(chain, state, base, balances, settledNo, settledPolicy, marks, other);
    }

    /** What is above the base. */
    public Money surplus() {
        return balances.netWorth().minus(base);
    }

    /** Whether nothing has happened since tax, reserve and buffer were brought up to date under this very policy. */
    public boolean isSettledBy(PolicyHash policy) {
        return settledNo == chain.lastNo() && settledPolicy == policy.prefix();
    }
}
