package io.alluse.fork;

import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.EnumMap;
import java.util.Map;

/** What a fork is paid from: free cash first, then what is put into it from other buckets. */
record Payment(Money cash, Money buffer, Money shares, Money leaps, Money contracts) {

    /** What has to become CASH first, in the order in which it is taken. */
    Map<LedgerAccount, Money> raised() {
        Map<LedgerAccount, Money> raised = new EnumMap<>(LedgerAccount.class);
        raised.put(LedgerAccount.BUFFER, buffer);
        raised.put(LedgerAccount.ALLOCATED_SHARES, shares);
        raised.put(LedgerAccount.ALLOCATED_LEAPS, leaps);
        raised.put(LedgerAccount.ALLOCATED_CONTRACTS, contracts);
        raised.values().removeIf(Money::isZero);
        return raised;
    }

    boolean spendsAllocated() {
        return shares.plus(leaps).plus(contracts).isPositive();
    }

    Money total() {
        return cash.plus(buffer).plus(shares).plus(leaps).plus(contracts);
    }
}
