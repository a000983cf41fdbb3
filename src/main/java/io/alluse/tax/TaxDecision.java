package io.alluse.tax;

import io.alluse.account.AccountState;
import io.alluse.cover.Cover;
import io.alluse.ledger.EventKind;

/** What becomes of an account's tax, reserve and buffer on a business date. */
public sealed interface TaxDecision {

    /** At least one of the four moves money. */
    record Settle(Cover cover, Accrual accrual, Reserve reserve, Refill refill, boolean laterResults)
            implements TaxDecision {

        public Settle {
            if (!cover.moves()
                    && accrual.amount().isZero()
                    && reserve.moved().isZero()
                    && refill.moved().isZero()) {
                throw new IllegalArgumentException(
                        "there is nothing to settle: " + cover + " " + accrual + " " + reserve + " " + refill);
            }
        }

        /** Whether results have not been taxed until now, or too much. */
        public boolean accrues() {
            return !accrual.amount().isZero();
        }

        /** Where results of a later year still wait, the account must be looked at again and does not count as settled. */
        public EventKind kind() {
            return laterResults ? EventKind.POSTED : EventKind.SETTLED;
        }
    }

    /** Nothing to do. */
    record Settled() implements TaxDecision {}

    /** Not in a state in which rules act on it. */
    record NotEligible(AccountState state) implements TaxDecision {}
}
