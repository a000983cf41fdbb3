package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.ledger.PagedHead;
import java.util.List;

/** Accounts side by side, up to the last one: some decided at a glance already, the others read as a whole. */
record Page(List<Decided> decided, List<PagedHead> open, AccountId last) {

    int size() {
        return decided.size() + open.size();
    }
}
