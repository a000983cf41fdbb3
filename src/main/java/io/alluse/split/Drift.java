package io.alluse.split;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** How far the tiers of a main account stand from its split; compared exactly, rounded only to be read (docs/rules.md 4.3). */
public record Drift(List<Part> parts) {

    private static final int SHOWN = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A tier's part of the whole.
     *
     * @param share of the split
     * @param ofShares what the shares of tiers that have accounts come to: those of the others are left to them
     */
    public record Part(Tier tier, Money netWorth, Money total, Percent share, Percent ofShares) {

        /** The points it is off, times what they are measured by: signed, and exact. */
        private BigDecimal off() {
            BigDecimal has = HUNDRED.multiply(netWorth.amount()).multiply(ofShares.value());
            return has.subtract(HUNDRED.multiply(share.value()).multiply(total.amount()));
        }

        boolean isOver(Percent tolerance) {
            BigDecimal most = tolerance.value().multiply(total.amount()).multiply(ofShares.value());
            return off().abs().compareTo(most) > 0;
        }

        /** Away from the target, so that what is over the tolerance looks so. */
        public Percent has() {
            RoundingMode away = off().signum() < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
            return Percent.of(HUNDRED.multiply(netWorth.amount()).divide(total.amount(), SHOWN, away));
        }

        public Percent target() {
            return Percent.of(HUNDRED.multiply(share.value()).divide(ofShares.value(), SHOWN, RoundingMode.HALF_UP));
        }
    }

    public Drift {
        parts = List.copyOf(parts);
    }

    /** Of the open accounts; none where they are worth nothing together. */
    public static Drift of(TierSplit split, List<Holding> holdings) {
        Money total = holdings.stream().map(Holding::netWorth).reduce(Money.ZERO, Money::plus);
        List<Tier> tiers = Arrays.stream(Tier.values())
                .filter(tier -> holdings.stream().anyMatch(holding -> holding.tier() == tier))
                .toList();
        Percent all = tiers.stream().map(split::share).reduce(Percent.ZERO, Percent::plus);
        if (!total.isPositive() || all.signum() == 0) {
            return new Drift(List.of());
        }
        return new Drift(tiers.stream()
                .map(tier -> new Part(tier, worth(tier, holdings), total, split.share(tier), all))
                .toList());
    }

    private static Money worth(Tier tier, List<Holding> holdings) {
        return holdings.stream()
                .filter(holding -> holding.tier() == tier)
                .map(Holding::netWorth)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Those that are further off than so many points; exactly so many are not. */
    public List<Part> over(Percent tolerance) {
        return parts.stream().filter(part -> part.isOver(tolerance)).toList();
    }
}
