package io.alluse.ordering;

import io.alluse.intent.KeptIntent;
import io.alluse.lot.Held;
import io.alluse.sizing.Market;
import java.time.LocalDate;
import java.util.List;

/** What the job reads of an account: its open intents, what it holds, and the market. */
record OrderFacts(List<KeptIntent> open, List<Held> held, Market market) {

    /** Those whose days have passed. */
    List<KeptIntent> over(LocalDate date) {
        return open.isEmpty()
                ? open
                : open.stream().filter(intent -> intent.isOver(date)).toList();
    }

    /** Without them; of the others what is still to be filled. */
    IntentFacts on(LocalDate date) {
        return new IntentFacts(
                open.isEmpty()
                        ? List.of()
                        : open.stream()
                                .filter(intent -> !intent.isOver(date))
                                .map(KeptIntent::rest)
                                .toList(),
                held,
                market);
    }
}
