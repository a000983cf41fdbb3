package io.alluse.fork;

import io.alluse.calendar.BusinessDays;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.fork.ForkFigures.Returns;
import io.alluse.fork.Score.Verdict;
import io.alluse.money.Percent;
import io.alluse.policy.ForkPolicy;
import io.alluse.policy.ForkScoring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores a due fork by market, performance, load and timing (docs/rules.md 6.6). */
final class ScoreRule {

    private static final int DECIMALS = 4;
    private static final int MONTHS_PER_QUARTER = 3;

    private ScoreRule() {}

    /** In progress: forks of the whole system that awaited their mappings when the run was begun. */
    static Score decide(ForkPolicy policy, Known known, long inProgress, LocalDate date) {
        ForkScoring scoring = policy.scoring();
        List<Factor> factors = List.of(
                market(scoring, known),
                performance(scoring, known, policy.flagReturnAbove()),
                load(policy, inProgress),
                timing(scoring, date));
        BigDecimal value = factors.stream()
                .map(Factor::weighted)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        return new Score(value, verdict(value, scoring), factors);
    }

    private static Verdict verdict(BigDecimal value, ForkScoring scoring) {
        if (value.compareTo(scoring.executeAt()) >= 0) {
            return Verdict.EXECUTE;
        }
        return value.compareTo(scoring.approveAt()) >= 0 ? Verdict.APPROVE : Verdict.REVIEW;
    }

    private static Factor market(ForkScoring scoring, Known known) {
        BigDecimal weight = scoring.weights().market();
        if (known.volatility().isEmpty()) {
            return withoutData("market", weight, scoring);
        }
        BigDecimal volatility = known.volatility().get();
        BigDecimal calm = scoring.market().calm().value();
        BigDecimal wild = scoring.market().wild().value();
        BigDecimal value = clamped(quotient(wild.subtract(volatility), wild.subtract(calm)));
        return new Factor(
                "market",
                weight,
                value,
                false,
                inputs(
                        "volatility",
                        volatility,
                        "days",
                        scoring.market().volatilityDays(),
                        "calm",
                        calm,
                        "wild",
                        wild));
    }

    private static Factor performance(ForkScoring scoring, Known known, Percent flagAbove) {
        BigDecimal weight = scoring.weights().performance();
        if (known.returns().isEmpty()) {
            return withoutData("performance", weight, scoring);
        }
        Returns returns = known.returns().get();
        ForkScoring.Performance scale = scoring.performance();
        BigDecimal earned =
                clamped(quotient(returns.annualized(), scale.fullReturn().value()));
        BigDecimal weeks = returns.weeks() == 0
                ? BigDecimal.ZERO
                : clamped(quotient(BigDecimal.valueOf(returns.positiveWeeks()), BigDecimal.valueOf(returns.weeks())));
        BigDecimal steady = clamped(BigDecimal.ONE.subtract(
                quotient(returns.drawdown(), scale.worstDrawdown().value())));
        BigDecimal value = quotient(earned.add(weeks).add(steady), BigDecimal.valueOf(3));
        SortedMap<String, String> inputs = inputs(
                "annualizedReturn",
                returns.annualized(),
                "positiveWeeks",
                returns.positiveWeeks() + " of " + returns.weeks(),
                "drawdown",
                returns.drawdown());
        if (returns.annualized().compareTo(flagAbove.value()) > 0) {
            inputs.put("flagged", "earns more than " + flagAbove + " a year");
        }
        return new Factor("performance", weight, value, false, inputs);
    }

    /** Where any number of forks may be in progress, there is no load. */
    private static Factor load(ForkPolicy policy, long inProgress) {
        BigDecimal value = policy.maxConcurrent().isEmpty()
                ? BigDecimal.ONE
                : clamped(BigDecimal.ONE.subtract(quotient(
                        BigDecimal.valueOf(inProgress),
                        BigDecimal.valueOf(policy.maxConcurrent().getAsInt()))));
        String most = policy.maxConcurrent().isEmpty()
                ? "unlimited"
                : Integer.toString(policy.maxConcurrent().getAsInt());
        return new Factor(
                "load",
                policy.scoring().weights().load(),
                value,
                false,
                inputs("inProgress", inProgress, "most", most));
    }

    private static Factor timing(ForkScoring scoring, LocalDate date) {
        ForkScoring.Timing timing = scoring.timing();
        boolean quarterEnds = quarterEndsWithin(date, timing.quarterEndDays());
        boolean closesEarly = BusinessDays.closesEarly(date);
        BigDecimal value = clamped(BigDecimal.ONE
                .subtract(quarterEnds ? timing.quarterEndPenalty() : BigDecimal.ZERO)
                .subtract(closesEarly ? timing.earlyClosePenalty() : BigDecimal.ZERO));
        return new Factor(
                "timing",
                scoring.weights().timing(),
                value,
                false,
                inputs("date", date, "quarterEnds", quarterEnds, "closesEarly", closesEarly));
    }

    /** Whether it is one of the last so many business days of its quarter, or after them. */
    private static boolean quarterEndsWithin(LocalDate date, int days) {
        return days > 0 && quarterOf(BusinessDays.after(BusinessDays.atOrBefore(date), days)) != quarterOf(date);
    }

    private static int quarterOf(LocalDate date) {
        return date.getYear() * 4 + (date.getMonthValue() - 1) / MONTHS_PER_QUARTER;
    }

    private static Factor withoutData(String name, BigDecimal weight, ForkScoring scoring) {
        return new Factor(name, weight, scoring.withoutData(), true, new TreeMap<>());
    }

    private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal clamped(BigDecimal value) {
        return value.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    private static SortedMap<String, String> inputs(Object... namesAndValues) {
        SortedMap<String, String> inputs = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.put(namesAndValues[i].toString(), text(namesAndValues[i + 1]));
        }
        return inputs;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
