package io.alluse.lifecycle;

import io.alluse.money.Money;
import io.alluse.policy.TierPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Limits per position (docs/rules.md 2): share times net worth times risk multiplier, at most the policy's cap of net worth. */
final class SizingRule {

    private SizingRule() {}

    static List<PositionLimit> limits(String code, Money netWorth, TierPolicy before, TierPolicy after) {
        Set<String> symbols = new LinkedHashSet<>(before.symbols());
        symbols.addAll(after.symbols());
        return symbols.stream()
                .map(symbol -> new PositionLimit(
                        code,
                        symbol,
                        before.symbols().contains(symbol) ? limit(netWorth, before) : null,
                        after.symbols().contains(symbol) ? limit(netWorth, after) : null))
                .toList();
    }

    /** Who has nothing, or less, may take no position. */
    static Money limit(Money netWorth, TierPolicy policy) {
        return netWorth.max(Money.ZERO).percent(policy.positions().limit());
    }
}
