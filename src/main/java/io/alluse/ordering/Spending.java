package io.alluse.ordering;

import io.alluse.money.Money;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of one bucket's budget, unit by unit. */
final class Spending {

    private final Rooms rooms;
    private final Map<String, Long> units = new HashMap<>();
    private Money left;

    Spending(Money budget, Rooms rooms) {
        this.left = budget;
        this.rooms = rooms;
    }

    Money left() {
        return left;
    }

    long units(String symbol) {
        return units.getOrDefault(symbol, 0L);
    }

    /** As many units as fit this part of the budget and the room of their underlying. */
    void buy(Offer offer, Money part) {
        long more = offer.units(part.min(left).min(rooms.room(offer.symbol())));
        if (more > 0) {
            units.merge(offer.symbol(), more, Long::sum);
            spend(offer.symbol(), offer.cost(more));
        }
    }

    void spend(String symbol, Money amount) {
        rooms.take(symbol, amount);
        left = left.minus(amount);
    }

    /** The cheapest that still fits, repeatedly: what has once not fitted does not fit later, when less is left. */
    void buyWithTheRest(List<Offer> offers) {
        offers.stream()
                .sorted(Comparator.comparing(Offer::unitCost).thenComparing(Offer::symbol))
                .forEach(offer -> buy(offer, left));
    }

    /** Not bought after all; its room stays taken. */
    void giveBack(Offer offer, long some) {
        units.merge(offer.symbol(), -some, Long::sum);
        left = left.plus(offer.cost(some));
    }
}
