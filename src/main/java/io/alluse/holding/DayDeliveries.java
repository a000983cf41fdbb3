package io.alluse.holding;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which options of a day were delivered by which trades in their shares. */
final class DayDeliveries {

    private static final DayDeliveries NONE = new DayDeliveries();

    private final IdentityHashMap<Line, Delivery> byLine = new IdentityHashMap<>();

    /** Removals and legs that belong together: the same shares, side, strike and number of units. */
    record Delivery(int no, DeliveryKey key, List<Line> legs) {

        Activity firstLeg() {
            return legs.getFirst().activity();
        }

        Line marked(Line line) {
            return new Line(line.activity().following(key.effect(), key.strike()), line.id());
        }
    }

    static DayDeliveries of(List<Line> day) {
        Map<DeliveryKey, List<Line>> removals = removals(day);
        return removals.isEmpty() ? NONE : joined(removals, day);
    }

    private static DayDeliveries joined(Map<DeliveryKey, List<Line>> removals, List<Line> day) {
        DayDeliveries deliveries = new DayDeliveries();
        removals.forEach((key, options) -> deliveries.join(key, options, day));
        return deliveries;
    }

    private static Map<DeliveryKey, List<Line>> removals(List<Line> day) {
        Map<DeliveryKey, List<Line>> removals = Map.of();
        for (Line line : day) {
            Activity activity = line.activity();
            if (isRemoval(activity) && activity.instrument() instanceof OptionContract option) {
                removals = removals.isEmpty() ? new LinkedHashMap<>() : removals;
                removals.computeIfAbsent(DeliveryKey.of(activity, option), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        return removals;
    }

    /** An option that no trade delivers, whatever the broker says of it. */
    static Line alone(Line line) {
        Activity activity = line.activity();
        return isRemoval(activity) && activity.effect() != Effect.UNSAID
                ? new Line(activity.following(Effect.UNSAID, activity.price()), line.id())
                : line;
    }

    private static boolean isRemoval(Activity activity) {
        return activity.action() == Action.ASSIGNED || activity.action() == Action.EXERCISED;
    }

    @Nullable
    Delivery of(Line line) {
        return byLine.get(line);
    }

    /** All the units of the options, or none: a part cannot be told from a coincidence. */
    private void join(DeliveryKey key, List<Line> options, List<Line> day) {
        BigDecimal units = BigDecimal.ZERO;
        for (Line option : options) {
            units = units.add(units(option.activity()));
        }
        List<Line> legs = new ArrayList<>();
        BigDecimal left = addLegs(key, units, day, true, legs);
        left = addLegs(key, left, day, false, legs);
        if (left.signum() == 0 && !legs.isEmpty()) {
            Delivery delivery = new Delivery(byLine.size() + 1, key, legs);
            options.forEach(option -> byLine.put(option, delivery));
            legs.forEach(leg -> byLine.put(leg, delivery));
        }
    }

    private static BigDecimal units(Activity option) {
        return option.instrument() instanceof OptionContract contract
                ? option.quantity().abs().multiply(contract.multiplier())
                : BigDecimal.ZERO;
    }

    /** Trades that the broker calls legs first, then those at exactly the strike. */
    private BigDecimal addLegs(DeliveryKey key, BigDecimal units, List<Line> day, boolean called, List<Line> legs) {
        BigDecimal left = units;
        for (Line line : day) {
            Activity trade = line.activity();
            BigDecimal quantity = trade.quantity().abs();
            if (isLeg(trade, key, called) && !byLine.containsKey(line) && quantity.compareTo(left) <= 0) {
                legs.add(line);
                left = left.subtract(quantity);
            }
        }
        return left;
    }

    private static boolean isLeg(Activity trade, DeliveryKey key, boolean called) {
        BigDecimal price = trade.price();
        boolean side = trade.action() == (key.buys() ? Action.BUY : Action.SELL);
        if (!side
                || !(trade.instrument() instanceof Share share)
                || !share.symbol().equals(key.symbol())) {
            return false;
        }
        boolean atStrike = price != null && price.compareTo(key.strike()) == 0;
        return called
                ? trade.effect() == key.effect() && (price == null || atStrike)
                : atStrike && trade.effect() != Effect.OF_ASSIGNMENT && trade.effect() != Effect.OF_EXERCISE;
    }
}
