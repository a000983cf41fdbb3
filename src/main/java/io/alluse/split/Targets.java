package io.alluse.split;

import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What each account is to have, to the cent. Accounts of one tier share what the tier is to have in proportion to what they have. */
final class Targets {

    private Targets() {}

    /** In the order of the holdings; none where there is nothing to divide. A tier without an account leaves its share to the others. */
    static List<Share> of(TierSplit split, List<Holding> holdings) {
        Map<Tier, List<Holding>> byTier = holdings.stream()
                .collect(Collectors.groupingBy(Holding::tier, () -> new EnumMap<>(Tier.class), Collectors.toList()));
        List<Tier> tiers = List.copyOf(byTier.keySet());
        List<BigDecimal> weights =
                tiers.stream().map(tier -> split.share(tier).value()).toList();
        Money total = holdings.stream().map(Holding::netWorth).reduce(Money.ZERO, Money::plus);
        if (!total.isPositive() || weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return List.of();
        }
        List<Money> parts = total.split(weights);
        Map<Holding, Money> targets = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Holding> some = Objects.requireNonNull(byTier.get(tiers.get(i)));
            List<Money> theirs = parts.get(i).split(weights(some));
            for (int j = 0; j < some.size(); j++) {
                targets.put(some.get(j), theirs.get(j));
            }
        }
        return holdings.stream()
                .map(holding ->
                        new Share(holding.code(), holding.netWorth(), Objects.requireNonNull(targets.get(holding))))
                .toList();
    }

    private static List<BigDecimal> weights(List<Holding> holdings) {
        List<BigDecimal> worths = holdings.stream()
                .map(holding -> holding.netWorth().max(Money.ZERO).amount())
                .toList();
        boolean nothing = worths.stream().allMatch(worth -> worth.signum() == 0);
        return nothing ? holdings.stream().map(holding -> BigDecimal.ONE).toList() : worths;
    }
}
