package io.alluse.consolidation;

import io.alluse.money.Money;
import io.alluse.policy.ConsolidationPolicy.Triggers;
import java.util.EnumSet;
import java.util.Set;

/** What speaks for giving an account up (docs/rules.md 7.5); a person's request comes on top. */
final class TriggerRule {

    private TriggerRule() {}

    static Set<Trigger> found(Triggers policy, Money netWorth, Figures own, AssessmentFacts.Family family) {
        Set<Trigger> found = EnumSet.noneOf(Trigger.class);
        if (own.annualized().compareTo(policy.returnBelow().value()) < 0) {
            found.add(Trigger.UNDERPERFORMANCE);
        }
        if (netWorth.compareTo(policy.netWorthBelow()) < 0) {
            found.add(Trigger.EFFICIENCY);
        }
        if (own.drawdown().compareTo(policy.drawdown().value()) >= 0) {
            found.add(Trigger.RISK);
        }
        if (own.idleDays() >= policy.unusedDays()) {
            found.add(Trigger.UNUSED_CASH);
        }
        if (family.hasTooMany(policy.familyOver())) {
            found.add(Trigger.FAMILY);
        }
        return found;
    }
}
