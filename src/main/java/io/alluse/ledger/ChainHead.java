package io.alluse.ledger;

import io.alluse.account.AccountId;

/** The end of an account's chain of events: what the next event is linked to. */
public record ChainHead(AccountId account, String code, int lastNo, EventHash lastHash) {

    /** The chain of an account that has no event yet. */
    public static ChainHead start(AccountId account, String code) {
        return new ChainHead(account, code, 0, EventHash.NONE);
    }

    int nextNo() {
        return Math.addExact(lastNo, 1);
    }
}
