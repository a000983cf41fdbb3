package io.alluse.taxledger;

import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import java.util.List;

/**
 * Lots of one instrument that arrived after later ones had been sold in their place; nothing is matched anew (docs/rules.md 9.5).
 *
 * @param computable whether the difference could be told: not after a split or another change of what a unit is
 * @param changes what matching in the order of the dates would have changed, by year
 */
public record LateLots(Instrument instrument, List<Lot> lots, boolean computable, List<TermChange> changes) {

    public LateLots {
        lots = List.copyOf(lots);
        changes = List.copyOf(changes);
    }
}
