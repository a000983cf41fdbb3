package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.math.BigDecimal;

/** What the consolidation assessment looks for, how it weighs it, and who lets it happen. */
public record ConsolidationPolicy(
        Approval approval,
        int closesNeeded,
        Triggers triggers,
        Money savingPerAccount,
        Percent fullBenefit,
        Percent fullRisk,
        Weights weights,
        Urgency urgency) {

    /** The six triggers, each with the reliability of what it says. */
    public record Triggers(
            Percent returnBelow,
            BigDecimal returnReliability,
            Money netWorthBelow,
            BigDecimal netWorthReliability,
            Percent drawdown,
            BigDecimal drawdownReliability,
            Percent unusedCash,
            int unusedDays,
            BigDecimal unusedReliability,
            BigDecimal manualReliability,
            int familyOver,
            BigDecimal familyReliability) {}

    /** Parts of the confidence that add up to 1. */
    public record Weights(BigDecimal reliability, BigDecimal benefit, BigDecimal safety) {}

    /** From which drawdown or confidence on a recommendation is urgent, and how soon it is to be looked at. */
    public record Urgency(
            Percent criticalDrawdown,
            BigDecimal highConfidence,
            int highHours,
            BigDecimal mediumConfidence,
            int mediumDays) {}
}
