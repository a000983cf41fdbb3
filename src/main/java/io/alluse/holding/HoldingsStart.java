package io.alluse.holding;

import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.List;

/**
 * Where an account stands before the first activity.
 *
 * @param open its open lots, in any order
 * @param lastLot the highest number given so far, zero if none
 * @param base its contributed capital
 * @param outgoing where money and holdings go that leave: WITHDRAWALS, or SUSPENSE where the tier allows none (docs/rules.md 4.4)
 */
public record HoldingsStart(List<Lot> open, int lastLot, Balances balances, Money base, LedgerAccount outgoing) {

    public HoldingsStart {
        open = List.copyOf(open);
        if (outgoing != LedgerAccount.WITHDRAWALS && outgoing != LedgerAccount.SUSPENSE) {
            throw new IllegalArgumentException("what leaves goes to WITHDRAWALS or SUSPENSE, not to " + outgoing);
        }
    }

    /** An account that holds nothing. */
    public static HoldingsStart empty() {
        return new HoldingsStart(List.of(), 0, Balances.ZERO, Money.ZERO, LedgerAccount.WITHDRAWALS);
    }
}
