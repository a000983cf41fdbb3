package io.alluse.policy;

import io.alluse.money.Percent;
import io.alluse.yaml.Key;
import io.alluse.yaml.Values;
import java.util.List;
import java.util.Optional;

/** Puts the values of a policy, all there and checked, into its records. */
final class Assembly {

    private Assembly() {}

    static CapitalPolicy capital(Values values) {
        return new CapitalPolicy(
                values.get(PolicyKeys.CAP),
                values.get(PolicyKeys.UNIT_SIZE),
                values.get(PolicyKeys.DEFAULT_CAPITAL),
                values.get(PolicyKeys.MINIMUM_MAIN));
    }

    static TierSplit split(Values values) {
        return new TierSplit(
                values.get(PolicyKeys.SPLIT.of(Tier.GEN)),
                values.get(PolicyKeys.SPLIT.of(Tier.REV)),
                values.get(PolicyKeys.SPLIT.of(Tier.COM)));
    }

    static TaxRates tax(Values values) {
        return new TaxRates(
                values.get(PolicyKeys.TAX_SHORT), values.get(PolicyKeys.TAX_LONG), values.get(PolicyKeys.TAX_DIVIDEND));
    }

    static LeapsPolicy leaps(Values values) {
        return new LeapsPolicy(
                values.get(PolicyKeys.LEAPS_MONTHS),
                values.get(PolicyKeys.LEAPS_DELTA),
                values.get(PolicyKeys.LEAPS_QUARTER_CAP),
                values.get(PolicyKeys.LEAPS_CAP_CONTRACTS),
                values.get(PolicyKeys.LEAPS_CAP_QUARTERS),
                values.get(PolicyKeys.LEAPS_LONGER_THAN));
    }

    static ForkPolicy fork(Values values) {
        return new ForkPolicy(
                values.get(PolicyKeys.FORK_DECISION),
                values.get(PolicyKeys.FORK_MAX_CONCURRENT),
                values.get(PolicyKeys.FORK_REVIEW_DAYS),
                values.get(PolicyKeys.FORK_FLAG),
                scoring(values));
    }

    private static ForkScoring scoring(Values values) {
        return new ForkScoring(
                new ForkScoring.Weights(
                        values.get(PolicyKeys.SCORE_MARKET),
                        values.get(PolicyKeys.SCORE_PERFORMANCE),
                        values.get(PolicyKeys.SCORE_LOAD),
                        values.get(PolicyKeys.SCORE_TIMING)),
                values.get(PolicyKeys.SCORE_EXECUTE),
                values.get(PolicyKeys.SCORE_APPROVE),
                values.get(PolicyKeys.SCORE_WITHOUT_DATA),
                new ForkScoring.Market(
                        values.get(PolicyKeys.MARKET_DAYS),
                        values.get(PolicyKeys.MARKET_CALM),
                        values.get(PolicyKeys.MARKET_WILD)),
                new ForkScoring.Performance(
                        values.get(PolicyKeys.FULL_RETURN),
                        values.get(PolicyKeys.WEEKS),
                        values.get(PolicyKeys.WORST_DRAWDOWN)),
                new ForkScoring.Timing(
                        values.get(PolicyKeys.QUARTER_END_DAYS),
                        values.get(PolicyKeys.QUARTER_END_PENALTY),
                        values.get(PolicyKeys.EARLY_CLOSE_PENALTY)));
    }

    static MergePolicy merge(Values values) {
        return new MergePolicy(
                values.get(PolicyKeys.MERGE_THRESHOLD),
                values.get(PolicyKeys.MERGE_MULTIPLE),
                values.get(PolicyKeys.MERGE_YEARS),
                values.get(PolicyKeys.MERGE_POSITIONS));
    }

    static ConsolidationPolicy consolidation(Values values) {
        return new ConsolidationPolicy(
                values.get(PolicyKeys.CONSOLIDATION_APPROVAL),
                values.get(PolicyKeys.CLOSES_NEEDED),
                triggers(values),
                values.get(PolicyKeys.SAVING),
                values.get(PolicyKeys.FULL_BENEFIT),
                values.get(PolicyKeys.FULL_RISK),
                new ConsolidationPolicy.Weights(
                        values.get(PolicyKeys.WEIGHT_RELIABILITY),
                        values.get(PolicyKeys.WEIGHT_BENEFIT),
                        values.get(PolicyKeys.WEIGHT_SAFETY)),
                new ConsolidationPolicy.Urgency(
                        values.get(PolicyKeys.CRITICAL_DRAWDOWN),
                        values.get(PolicyKeys.HIGH_CONFIDENCE),
                        values.get(PolicyKeys.HIGH_HOURS),
                        values.get(PolicyKeys.MEDIUM_CONFIDENCE),
                        values.get(PolicyKeys.MEDIUM_DAYS)));
    }

    private static ConsolidationPolicy.Triggers triggers(Values values) {
        return new ConsolidationPolicy.Triggers(
                values.get(PolicyKeys.RETURN_BELOW),
                values.get(PolicyKeys.RETURN_RELIABILITY),
                values.get(PolicyKeys.NET_WORTH_BELOW),
                values.get(PolicyKeys.NET_WORTH_RELIABILITY),
                values.get(PolicyKeys.DRAWDOWN),
                values.get(PolicyKeys.DRAWDOWN_RELIABILITY),
                values.get(PolicyKeys.UNUSED_CASH),
                values.get(PolicyKeys.UNUSED_DAYS),
                values.get(PolicyKeys.UNUSED_RELIABILITY),
                values.get(PolicyKeys.MANUAL_RELIABILITY),
                values.get(PolicyKeys.FAMILY_OVER),
                values.get(PolicyKeys.FAMILY_RELIABILITY));
    }

    static PerformancePolicy performance(Values values) {
        return new PerformancePolicy(
                values.get(PolicyKeys.RISK_FREE),
                values.get(PolicyKeys.BENCHMARK),
                values.get(PolicyKeys.CONFIDENCE),
                values.get(PolicyKeys.SNAPSHOT_YEARS),
                new PerformancePolicy.Alerts(
                        values.get(PolicyKeys.ALERT_DAILY),
                        values.get(PolicyKeys.ALERT_WEEKLY),
                        values.get(PolicyKeys.ALERT_MONTHLY),
                        values.get(PolicyKeys.ALERT_DRAWDOWN)));
    }

    static TierPolicy tier(Values values, Tier tier) {
        return new TierPolicy(
                values.get(PolicyKeys.MINIMUM_CAPITAL.of(tier)),
                values.get(PolicyKeys.SYMBOLS.of(tier)),
                values.get(PolicyKeys.DELTA.of(tier)),
                values.get(PolicyKeys.ENTRY.of(tier)),
                new TierPolicy.Positions(
                        values.get(PolicyKeys.MAX_POSITIONS.of(tier)),
                        values.get(PolicyKeys.POSITION_SHARE.of(tier)),
                        values.get(PolicyKeys.RISK_MULTIPLIER.of(tier)),
                        values.get(PolicyKeys.POSITION_CAP)),
                forkTerms(values, tier),
                allocation(
                        values,
                        PolicyKeys.WEEKLY_CONTRACTS.of(tier),
                        PolicyKeys.WEEKLY_SHARES.of(tier),
                        PolicyKeys.WEEKLY_LEAPS.of(tier),
                        PolicyKeys.WEEKLY_BASIS.of(tier)),
                allocation(
                        values,
                        PolicyKeys.QUARTERLY_CONTRACTS.of(tier),
                        PolicyKeys.QUARTERLY_SHARES.of(tier),
                        PolicyKeys.QUARTERLY_LEAPS.of(tier),
                        PolicyKeys.QUARTERLY_BASIS.of(tier)));
    }

    private static Optional<Allocation> allocation(
            Values values, Key<Percent> contracts, Key<Percent> shares, Key<Percent> leaps, Key<Basis> basis) {
        return values.find(basis)
                .map(found -> new Allocation(values.get(contracts), values.get(shares), values.get(leaps), found));
    }

    private static ForkTerms forkTerms(Values values, Tier tier) {
        if (!values.has(PolicyKeys.FORK_BY.of(tier))) {
            return new ForkTerms.Never();
        }
        var threshold = values.get(PolicyKeys.FORK_THRESHOLD.of(tier));
        List<Words.Share> into = values.get(PolicyKeys.FORK_INTO.of(tier));
        return switch (values.get(PolicyKeys.FORK_BY.of(tier))) {
            case VALUE ->
                new ForkTerms.ValueIntoAccount(threshold, into.getFirst().tier());
            case SURPLUS ->
                into.getFirst().isMain()
                        ? new ForkTerms.SurplusIntoMain(threshold)
                        : new ForkTerms.SurplusIntoAccounts(threshold, children(into));
        };
    }

    private static List<ForkTerms.Child> children(List<Words.Share> into) {
        return into.stream()
                .map(share -> new ForkTerms.Child(share.tier(), share.percent()))
                .toList();
    }
}
