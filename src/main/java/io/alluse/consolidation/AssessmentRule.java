package io.alluse.consolidation;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.ConsolidationPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consolidation promises, how far that is to be believed, and how soon it is wanted (docs/rules.md 7.5). */
final class AssessmentRule {

    private static final int DECIMALS = 4;
    private static final int HOURS_PER_DAY = 24;

    private AssessmentRule() {}

    /** The account, as far as the numbers go. */
    record Subject(Money netWorth, Figures figures, LocalDate date) {}

    /** Worth: what moves, at cost. */
    static Assessment assess(
            Subject subject, Set<Trigger> triggers, Choice choice, Money worth, ConsolidationPolicy policy) {
        BigDecimal reliability = triggers.stream()
                .map(trigger -> trigger.reliability(policy.triggers()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Money saving = policy.savingPerAccount().times(choice.strategy().saved());
        Money improvement = improvement(subject.figures(), choice.target(), worth);
        BigDecimal benefit = benefit(saving.plus(improvement), subject.netWorth(), policy.fullBenefit());
        BigDecimal risk = risk(subject.figures(), choice.target(), policy.fullRisk());
        BigDecimal confidence = confidence(policy.weights(), reliability, benefit, risk);
        Urgency urgency = urgency(policy.urgency(), subject.figures().drawdown(), confidence);
        return new Assessment(
                triggers,
                choice,
                worth,
                reliability,
                saving,
                improvement,
                benefit,
                risk,
                confidence,
                urgency,
                actBy(policy.urgency(), urgency, subject.date()));
    }

    /** An account that is opened for it does as well as this one did. */
    private static Money improvement(Figures own, @Nullable Relative target, Money worth) {
        if (target == null) {
            return Money.ZERO;
        }
        BigDecimal points = target.figures().annualized().subtract(own.annualized());
        return Money.of(worth.amount().multiply(points).movePointLeft(2).setScale(Money.CENT, RoundingMode.HALF_UP));
    }

    /** Where there is no net worth to compare with, whatever is gained is worth it. */
    static BigDecimal benefit(Money gained, Money netWorth, Percent full) {
        BigDecimal whole = netWorth.amount().multiply(full.value()).movePointLeft(2);
        if (whole.signum() <= 0) {
            return BigDecimal.valueOf(Math.max(0, gained.signum()));
        }
        return gained.amount().divide(whole, DECIMALS, RoundingMode.HALF_UP).min(BigDecimal.ONE);
    }

    private static BigDecimal risk(Figures own, @Nullable Relative target, Percent full) {
        BigDecimal volatility =
                target == null ? own.volatility() : target.figures().volatility();
        return volatility
                .divide(full.value(), DECIMALS, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    static BigDecimal confidence(
            ConsolidationPolicy.Weights weights, BigDecimal reliability, BigDecimal benefit, BigDecimal risk) {
        return weights.reliability()
                .multiply(reliability)
                .add(weights.benefit().multiply(benefit))
                .add(weights.safety().multiply(BigDecimal.ONE.subtract(risk)))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static Urgency urgency(ConsolidationPolicy.Urgency policy, BigDecimal drawdown, BigDecimal confidence) {
        if (drawdown.compareTo(policy.criticalDrawdown().value()) >= 0) {
            return Urgency.CRITICAL;
        }
        if (confidence.compareTo(policy.highConfidence()) >= 0) {
            return Urgency.HIGH;
        }
        return confidence.compareTo(policy.mediumConfidence()) >= 0 ? Urgency.MEDIUM : Urgency.LOW;
    }

    /** The day on which the time is over; hours are counted in whole days. */
    private static @Nullable LocalDate actBy(ConsolidationPolicy.Urgency policy, Urgency urgency, LocalDate date) {
        return switch (urgency) {
            case CRITICAL -> date;
            case HIGH -> date.plusDays((policy.highHours() + HOURS_PER_DAY - 1L) / HOURS_PER_DAY);
            case MEDIUM -> date.plusDays(policy.mediumDays());
            case LOW -> null;
        };
    }
}
