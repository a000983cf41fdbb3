package io.alluse.holding;

import io.alluse.ledger.Balances;
import io.alluse.money.Money;
import java.util.List;

/**
 * What the activities taken so far have changed.
 *
 * @param opened lots that were not there, by number, as they are now; some are closed again
 * @param changed lots that were there, by number, as they are now
 * @param closings in the order in which they happened
 * @param bound what the short puts that are open now bind (docs/rules.md 1.7)
 */
public record HoldingChanges(
        List<Lot> opened,
        List<Lot> changed,
        List<Closing> closings,
        int lastLot,
        Balances balances,
        Money base,
        Money bound) {}
