package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.policy.PolicyHash;

/** The little of an account that is enough to leave it alone; {@code policy} is that of its last event if that one settled it. */
public record Glance(AccountId id, AccountState state, boolean settledLast, long policy) {

    /** As {@link AccountHead#isSettledBy}. */
    public boolean isSettledBy(PolicyHash other) {
        return settledLast && policy == other.prefix();
    }
}
