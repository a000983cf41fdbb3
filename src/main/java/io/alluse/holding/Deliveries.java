package io.alluse.holding;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What assigned and exercised options had cost, or brought, until the trade in their shares takes it over. */
final class Deliveries {

    private record Owed(BigDecimal units, Money cost) {}

    private final Map<DeliveryKey, Owed> owed = new HashMap<>();

    void put(DeliveryKey key, BigDecimal units, Money cost) {
        owed.merge(
                key,
                new Owed(units, cost),
                (one, other) -> new Owed(one.units.add(other.units), one.cost.plus(other.cost)));
    }

    /** The part of so many units; nothing where as many are not owed. */
    @Nullable
    Money take(@Nullable DeliveryKey key, BigDecimal units) {
        Owed all = key == null ? null : owed.get(key);
        if (key == null || all == null || all.units.compareTo(units) < 0) {
            return null;
        }
        Money part = Shares.of(all.cost, units, all.units);
        if (all.units.compareTo(units) == 0) {
            owed.remove(key);
        } else {
            owed.put(key, new Owed(all.units.subtract(units), all.cost.minus(part)));
        }
        return part;
    }

    /** Whether an option is gone whose shares did not follow. */
    boolean isEmpty() {
        return owed.isEmpty();
    }

    @Override
    public String toString() {
        return owed.keySet().toString();
    }
}
