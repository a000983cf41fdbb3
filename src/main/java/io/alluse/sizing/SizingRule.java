package io.alluse.sizing;

import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import io.alluse.sizing.AccountSizing.Line;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What fits of each underlying (docs/rules.md 2.6). */
final class SizingRule {

    private SizingRule() {}

    /** The symbols of the policy in its order, then what else is held. */
    static List<Line> lines(Policy policy, Tier tier, Limits limits, Exposures exposures, Market market) {
        Map<String, Exposure> held = exposures.all();
        List<String> symbols = policy.tier(tier).symbols();
        Set<String> all = new LinkedHashSet<>(symbols);
        all.addAll(held.keySet());
        return all.stream()
                .map(symbol -> {
                    boolean hasPlace = held.containsKey(symbol) || held.size() < limits.positions();
                    Exposure exposure = held.getOrDefault(symbol, Exposure.NOTHING);
                    return new Line(
                            symbol,
                            symbols.contains(symbol),
                            hasPlace,
                            market.quote(symbol, policy.maxPriceAgeDays()),
                            limits.perPosition(),
                            exposure,
                            hasPlace ? limits.room(exposure.total()) : Money.ZERO);
                })
                .toList();
    }
}
