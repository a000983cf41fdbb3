package io.alluse.policy;

import io.alluse.money.Percent;
import io.alluse.yaml.Document;
import io.alluse.yaml.Key;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must hold between the keys of a policy; a check whose keys are not all there is left out. */
final class CrossChecks {

    private final Document document;
    private final Values values;
    private final List<Problem> problems = new ArrayList<>();

    private CrossChecks(Document document, Values values) {
        this.document = document;
        this.values = values;
    }

    static List<Problem> problems(Document document, Values values) {
        CrossChecks checks = new CrossChecks(document, values);
        checks.capital();
        checks.routing();
        checks.split();
        checks.scoring();
        checks.consolidation();
        for (Tier tier : Tier.values()) {
            checks.tier(tier);
        }
        return checks.problems;
    }

    private void capital() {
        atMost(PolicyKeys.DEFAULT_CAPITAL, PolicyKeys.CAP);
        atMost(PolicyKeys.UNIT_SIZE, PolicyKeys.CAP);
        atMost(PolicyKeys.MINIMUM_MAIN, PolicyKeys.DEFAULT_CAPITAL);
        atMost(PolicyKeys.MINIMUM_MAIN, PolicyKeys.UNIT_SIZE);
    }

    private void routing() {
        List<Route> routes = values.find(PolicyKeys.ROUTING).orElse(List.of());
        long patterns = routes.stream()
                .map(route -> new Route(route.kind(), route.symbol(), route.side(), Tier.GEN))
                .distinct()
                .count();
        if (patterns < routes.size()) {
            problem(PolicyKeys.ROUTING, "must not send the same kind, symbol and side to several tiers");
        }
    }

    private void split() {
        addUp(
                Percent.HUNDRED.value(),
                Arrays.stream(Tier.values()).map(PolicyKeys.SPLIT::of).toList());
    }

    private void scoring() {
        unitsAddUp(List.of(
                PolicyKeys.SCORE_MARKET, PolicyKeys.SCORE_PERFORMANCE, PolicyKeys.SCORE_LOAD, PolicyKeys.SCORE_TIMING));
        atMost(PolicyKeys.SCORE_APPROVE, PolicyKeys.SCORE_EXECUTE);
        below(PolicyKeys.MARKET_CALM, PolicyKeys.MARKET_WILD);
    }

    private void consolidation() {
        unitsAddUp(List.of(PolicyKeys.WEIGHT_RELIABILITY, PolicyKeys.WEIGHT_BENEFIT, PolicyKeys.WEIGHT_SAFETY));
        atMost(PolicyKeys.MEDIUM_CONFIDENCE, PolicyKeys.HIGH_CONFIDENCE);
    }

    private void tier(Tier tier) {
        atMost(PolicyKeys.POSITION_SHARE.of(tier), PolicyKeys.POSITION_CAP);
        addUp(
                Percent.HUNDRED.value(),
                List.of(
                        PolicyKeys.WEEKLY_CONTRACTS.of(tier),
                        PolicyKeys.WEEKLY_SHARES.of(tier),
                        PolicyKeys.WEEKLY_LEAPS.of(tier)));
        addUp(
                Percent.HUNDRED.value(),
                List.of(
                        PolicyKeys.QUARTERLY_CONTRACTS.of(tier),
                        PolicyKeys.QUARTERLY_SHARES.of(tier),
                        PolicyKeys.QUARTERLY_LEAPS.of(tier)));
        fork(tier);
    }

    private void fork(Tier tier) {
        Key<List<Words.Share>> into = PolicyKeys.FORK_INTO.of(tier);
        values.find(into).ifPresent(shares -> forkInto(tier, into, shares));
        if (tier == Tier.COM && values.has(PolicyKeys.FORK_BY.of(tier))) {
            problem(PolicyKeys.FORK_BY.of(tier), "COM never forks: `tiers.COM.fork` must be `none`");
        }
    }

    private void forkInto(Tier tier, Key<List<Words.Share>> into, List<Words.Share> shares) {
        long targets = shares.stream().map(Words.Share::target).distinct().count();
        BigDecimal total =
                shares.stream().map(share -> share.percent().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean main = shares.stream().anyMatch(Words.Share::isMain);
        boolean byValue = values.find(PolicyKeys.FORK_BY.of(tier))
                .filter(by -> by == ForkBy.VALUE)
                .isPresent();
        if (targets < shares.size()) {
            problem(into, "must name each account once");
        } else if (total.compareTo(Percent.HUNDRED.value()) != 0) {
            problem(into, "must add up to 100, adds up to " + total.toPlainString());
        } else if (main && shares.size() > 1) {
            problem(into, "must name MAIN alone or not at all");
        } else if (byValue && (main || shares.size() > 1)) {
            problem(into, "must name one account, GEN, REV or COM, where `by` is `value`");
        }
    }

    private void unitsAddUp(List<Key<BigDecimal>> keys) {
        List<BigDecimal> parts = found(keys);
        BigDecimal total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() == keys.size() && total.compareTo(BigDecimal.ONE) != 0) {
            sumProblem(keys, BigDecimal.ONE, total);
        }
    }

    private void addUp(BigDecimal whole, List<Key<Percent>> keys) {
        List<Percent> parts = found(keys);
        BigDecimal total = parts.stream().map(Percent::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() == keys.size() && total.compareTo(whole) != 0) {
            sumProblem(keys, whole, total);
        }
    }

    private void sumProblem(List<? extends Key<?>> keys, BigDecimal whole, BigDecimal total) {
        String others = keys.stream().skip(1).map(Key::path).collect(Collectors.joining(" and "));
        problem(
                keys.getFirst(),
                "must add up with " + others + " to " + whole.toPlainString() + ", adds up to "
                        + total.stripTrailingZeros().toPlainString());
    }

    private <T extends Comparable<T>> void atMost(Key<T> lesser, Key<T> greater) {
        if (compared(lesser, greater).filter(order -> order > 0).isPresent()) {
            problem(lesser, "must not be above `" + greater.path() + "`");
        }
    }

    private <T extends Comparable<T>> void below(Key<T> lesser, Key<T> greater) {
        if (compared(lesser, greater).filter(order -> order >= 0).isPresent()) {
            problem(lesser, "must be below `" + greater.path() + "`");
        }
    }

    private <T extends Comparable<T>> Optional<Integer> compared(Key<T> one, Key<T> other) {
        return values.find(one).flatMap(a -> values.find(other).map(a::compareTo));
    }

    private <T> List<T> found(List<Key<T>> keys) {
        return keys.stream().map(values::find).flatMap(Optional::stream).toList();
    }

    private void problem(Key<?> key, String reason) {
        problems.add(document.entry(key.path()).problem(key.path(), reason));
    }
}
