package io.alluse.funding;

import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.util.List;

/**
 * What resolving came to.
 *
 * @param left what is still in SUSPENSE
 * @param event the number of the event; zero where nothing was posted
 */
public record Resolved(String code, Money amount, Money left, String meaning, List<Movement> movements, int event) {

    public Resolved {
        movements = List.copyOf(movements);
    }
}
