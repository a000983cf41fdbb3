package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.intent.OrderIntent;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The intents of one account as they are written down, numbered from 1, all valid on the same days. */
final class Draft {

    private final EntryDays days;
    private final List<OrderIntent> intents = new ArrayList<>();

    Draft(EntryDays days) {
        this.days = days;
    }

    EntryDays days() {
        return days;
    }

    List<OrderIntent> intents() {
        return intents;
    }

    void units(IntentKind kind, Offer offer, long units, @Nullable DeltaBand delta) {
        add(kind, offer, units, delta, null);
    }

    void leaps(Offer offer, long contracts, DeltaBand delta, LeapsWindow window) {
        add(IntentKind.LEAPS, offer, contracts, delta, window);
    }

    private void add(
            IntentKind kind, Offer offer, long units, @Nullable DeltaBand delta, @Nullable LeapsWindow window) {
        intents.add(new OrderIntent(
                intents.size() + 1,
                kind,
                offer.symbol(),
                BigDecimal.valueOf(units),
                offer.cost(units),
                offer.price(),
                offer.priceDate(),
                delta,
                days.from(),
                days.until(),
                window == null ? null : window.from(),
                window == null ? null : window.to()));
    }

    /** No price, so no quantity: whoever buys them spreads them. */
    void leapsWithoutPrice(String symbol, Money budget, DeltaBand delta, LeapsWindow window) {
        intents.add(new OrderIntent(
                intents.size() + 1,
                IntentKind.LEAPS,
                symbol,
                null,
                budget,
                null,
                null,
                delta,
                days.from(),
                days.until(),
                window.from(),
                window.to()));
    }
}
