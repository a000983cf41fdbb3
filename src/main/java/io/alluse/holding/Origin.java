package io.alluse.holding;

import io.alluse.money.Money;
import java.time.LocalDate;

/**
 * What tax law goes on to know of a lot that has come from another account (docs/rules.md 7.4).
 *
 * @param purchased the day on which it was bought there
 * @param heldSince the day after which its holding period runs, earlier where it replaces what was sold in a wash sale
 * @param deferred the losses that wash sales had moved into it
 */
public record Origin(LocalDate purchased, LocalDate heldSince, Money deferred) {

    /** Of a lot that tax law sees as the ledger does. */
    public static Origin of(Lot lot) {
        return new Origin(lot.opened(), lot.acquired(), Money.ZERO);
    }

    /** Whether it replaces what was sold at a loss, so that it replaces nothing else. */
    public boolean replaces() {
        return deferred.isPositive();
    }
}
