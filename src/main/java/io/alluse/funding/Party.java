package io.alluse.funding;

import io.alluse.account.AccountRef;
import io.alluse.ledger.AccountHead;

/** One of the two accounts of a transfer, as it is now. */
record Party(AccountRef account, AccountHead head, boolean hasOpenBreak) {

    String code() {
        return account.code();
    }
}
