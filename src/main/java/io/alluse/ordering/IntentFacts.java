package io.alluse.ordering;

import io.alluse.intent.OrderIntent;
import io.alluse.lot.Held;
import io.alluse.sizing.Market;
import java.util.List;

/**
 * What the rule needs to know of an account besides its head.
 *
 * @param open its intents that are neither filled nor expired on the date
 * @param held what its open lots add up to, by instrument
 */
record IntentFacts(List<OrderIntent> open, List<Held> held, Market market) {

    IntentFacts {
        open = List.copyOf(open);
        held = List.copyOf(held);
    }
}
