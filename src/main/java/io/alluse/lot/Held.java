package io.alluse.lot;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;

/** What the open lots of one instrument add up to; with their signs, as in {@link io.alluse.holding.Lot}. */
public record Held(Instrument instrument, BigDecimal quantity, Money cost) {

    /** Of another lot of the same instrument. */
    Held plus(Held other) {
        return new Held(instrument, quantity.add(other.quantity), cost.plus(other.cost));
    }
}
