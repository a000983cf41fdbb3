package io.alluse.statement;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the ledger has for a brokerage account at the end of a day, and what of it was then announced only.
 *
 * @param announcedCash what was still to arrive at the broker less what was still to leave it
 * @param announcedPositions the same of instruments
 */
record Booked(
        Money cash,
        Map<String, BigDecimal> positions,
        Money announcedCash,
        Map<String, BigDecimal> announcedPositions) {

    static final Booked NOTHING = new Booked(Money.ZERO, Map.of(), Money.ZERO, Map.of());

    Booked {
        positions = Map.copyOf(positions);
        announcedPositions = Map.copyOf(announcedPositions);
    }
}
