package io.alluse.holding;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What assigned and exercised options had cost, or brought, until the trade in their shares takes it over. */
final class Deliveries {

    private record Owed(BigDecimal units, Money cost, List<String> lines) {

        Owed plus(Owed other) {
            List<String> both = new ArrayList<>(lines);
            both.addAll(other.lines);
            return new Owed(units.add(other.units), cost.plus(other.cost), both);
        }
    }

    private final Map<DeliveryKey, Owed> owed = new HashMap<>();

    void put(DeliveryKey key, BigDecimal units, Money cost, String line) {
        owed.merge(key, new Owed(units, cost, List.of(line)), Owed::plus);
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
            owed.put(key, new Owed(all.units.subtract(units), all.cost.minus(part), all.lines));
        }
        return part;
    }

    /** Lines of options that are gone, whose shares did not follow. */
    List<String> undelivered() {
        List<String> lines = new ArrayList<>();
        owed.values().forEach(one -> lines.addAll(one.lines));
        return lines;
    }
}
