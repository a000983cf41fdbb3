package io.alluse.allocation;

import io.alluse.money.Money;
import io.alluse.policy.Basis;

/** How much of a period's result goes where; nothing, where there is no gain or no free cash. */
record Allocated(Basis basis, Money wanted, Money freeCash, Money contracts, Money shares, Money leaps) {

    Money total() {
        return contracts.plus(shares).plus(leaps);
    }

    /** Whether free cash, and not the result, said how much. */
    boolean isShortOfCash() {
        return total().compareTo(wanted) < 0;
    }
}
