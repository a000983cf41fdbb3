package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.ledger.AccountHead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brokerage account as it is, and the accounts it serves. */
record Served(
        AccountId id,
        String code,
        String policy,
        Brokerage state,
        @Nullable String reference,
        LocalDate openedOn,
        List<AccountHead> accounts) {

    Served {
        accounts = List.copyOf(accounts);
    }

    boolean allClosed() {
        return accounts.stream().allMatch(account -> account.state() == AccountState.CLOSED);
    }

    Served with(List<AccountHead> heads) {
        return new Served(id, code, policy, state, reference, openedOn, heads);
    }
}
