package io.alluse.taxledger;

import io.alluse.holding.Lot;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is still open of a lot, as tax law sees it; a lot that replaces shares of a wash sale in part has a row for either part.
 *
 * @param deferred the losses that wash sales have moved here
 */
public record OpenBasis(Lot lot, BigDecimal quantity, LocalDate heldSince, Money cost, Money deferred) {

    public Money adjustedCost() {
        return cost.plus(deferred);
    }
}
