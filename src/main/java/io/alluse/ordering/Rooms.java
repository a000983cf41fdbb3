package io.alluse.ordering;

import io.alluse.intent.OrderIntent;
import io.alluse.money.Money;
import io.alluse.sizing.Exposures;
import io.alluse.sizing.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each underlying may still take while orders are being made: what is held and asked for is taken already. */
final class Rooms {

    private final Limits limits;
    private final Map<String, Money> taken = new HashMap<>();

    Rooms(Limits limits, Exposures exposures, List<OrderIntent> open) {
        this.limits = limits;
        exposures.all().forEach((underlying, exposure) -> taken.put(underlying, exposure.total()));
        open.forEach(intent -> take(intent.symbol(), intent.budget()));
    }

    /** Whether it is held or asked for, or may still become one of the positions. */
    boolean hasPlaceFor(String symbol) {
        return taken.containsKey(symbol) || taken.size() < limits.positions();
    }

    Money room(String symbol) {
        return hasPlaceFor(symbol) ? limits.room(taken.getOrDefault(symbol, Money.ZERO)) : Money.ZERO;
    }

    void take(String symbol, Money amount) {
        taken.merge(symbol, amount, Money::plus);
    }

    boolean areClosed() {
        return limits.perPosition().isZero();
    }
}
