package io.alluse.taxledger;

import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Term;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of Form 8949: what was given up of one lot at once, as tax law sees it.
 *
 * @param quantity with the sign of the lot
 * @param heldSince the purchase, earlier by the time for which the shares were held that it replaced in a wash sale
 * @param cost with the losses deferred into it
 * @param disallowed the part of the loss that a wash sale defers, zero or positive
 */
public record Disposal(
        Lot lot,
        String closedBy,
        How how,
        BigDecimal quantity,
        LocalDate heldSince,
        LocalDate closed,
        Money proceeds,
        Money cost,
        Money disallowed) {

    public Term term() {
        return lot.isShort() ? Term.SHORT : Term.of(heldSince, closed);
    }

    /** What is recognized. */
    public Money gain() {
        return proceeds.minus(cost).plus(disallowed);
    }

    public boolean isWashSale() {
        return disallowed.isPositive();
    }

    /** As the instructions to the form have it: of a short sale the day on which what closes it was acquired. */
    public LocalDate acquired() {
        return lot.isShort() ? closed : lot.acquired();
    }
}
