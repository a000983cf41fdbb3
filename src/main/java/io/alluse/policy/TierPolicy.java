package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What holds for the accounts of one tier; no weekly or quarterly allocation means that the gain stays in cash. */
public record TierPolicy(
        Money minimumCapital,
        List<String> symbols,
        DeltaBand delta,
        EntryWindow entry,
        Positions positions,
        ForkTerms fork,
        Optional<Allocation> weekly,
        Optional<Allocation> quarterly) {

    public TierPolicy {
        symbols = List.copyOf(symbols);
    }

    /** How many underlyings an account may hold, and how much of its net worth one of them may take. */
    public record Positions(int max, Percent share, BigDecimal riskMultiplier, Percent cap) {

        /** Share times risk multiplier, at most the policy's cap (docs/rules.md 2.6). */
        public Percent limit() {
            Percent limit = Percent.of(share.value().multiply(riskMultiplier));
            return limit.compareTo(cap) > 0 ? cap : limit;
        }
    }
}
