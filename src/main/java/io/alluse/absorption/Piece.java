package io.alluse.absorption;

import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;

/**
 * Units of an open lot with one past: all of the lot, unless a wash sale has made some of them replace others.
 *
 * @param quantity with the sign of the lot, as is the cost
 */
public record Piece(Lot lot, BigDecimal quantity, Money cost, Origin origin) {

    public Instrument instrument() {
        return lot.instrument();
    }

    static Piece whole(Lot lot, Origin origin) {
        return new Piece(lot, lot.openQuantity(), lot.openCost(), origin);
    }
}
