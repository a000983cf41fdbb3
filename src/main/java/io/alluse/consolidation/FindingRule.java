package io.alluse.consolidation;

import io.alluse.consolidation.Finding.None;
import io.alluse.consolidation.Finding.Obstacle;
import io.alluse.consolidation.Finding.Recommend;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.ConsolidationPolicy;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an account is to be consolidated, and where it would go (docs/rules.md 7.5). */
final class FindingRule {

    private FindingRule() {}

    static Finding decide(AccountView view, AssessmentFacts facts, LocalDate date) {
        Optional<Finding> reason = reasonAgainst(view, facts);
        if (reason.isPresent()) {
            return reason.get();
        }
        Set<Trigger> triggers = triggers(view, facts);
        if (triggers.isEmpty()) {
            return new None("nothing speaks against it");
        }
        return facts.blocked()
                ? new Obstacle("broker and ledger differ: see `alluse break list`")
                : chosen(view, facts, triggers, date);
    }

    static Set<Trigger> triggers(AccountView view, AssessmentFacts facts) {
        return TriggerRule.found(
                view.policy().consolidation().triggers(),
                view.head().balances().netWorth(),
                facts.own(),
                facts.family());
    }

    /** Whoever asks, what cannot be assessed is not. */
    static Optional<Finding> reasonAgainst(AccountView view, AssessmentFacts facts) {
        int needed = view.policy().consolidation().closesNeeded();
        if (view.head().balances().isEmpty()) {
            return Optional.of(new None("it is empty: nothing has to move before it is closed"));
        }
        if (facts.own().days() < needed) {
            return Optional.of(new None("fewer than " + needed + " days of closes"));
        }
        return facts.own().current() ? Optional.empty() : Optional.of(new None("its last close is too old"));
    }

    private static Finding chosen(AccountView view, AssessmentFacts facts, Set<Trigger> triggers, LocalDate date) {
        ConsolidationPolicy policy = view.policy().consolidation();
        Optional<Relative> best = TargetRule.best(view.tier(), facts.own(), facts.relatives(), policy);
        boolean part = !facts.family().forked() || triggers.equals(EnumSet.of(Trigger.UNUSED_CASH));
        if (best.isEmpty()) {
            return !part && triggers.contains(Trigger.RISK)
                    ? recommended(view, facts, triggers, Choice.anew(), date)
                    : new None("no account of its family would do better");
        }
        Money free = view.head().freeCash();
        if (part && !free.isPositive()) {
            return new None("only a part of it may move, and none of its cash is free");
        }
        Choice choice = part ? Choice.part(best.get(), free, List.of()) : Choice.whole(best.get());
        return recommended(view, facts, triggers, choice, date);
    }

    private static Finding recommended(
            AccountView view, AssessmentFacts facts, Set<Trigger> triggers, Choice choice, LocalDate date) {
        Money worth = choice.amount() == null ? view.head().balances().netWorth() : choice.amount();
        return new Recommend(assessment(view, facts, triggers, choice, worth, date));
    }

    static Assessment assessment(
            AccountView view,
            AssessmentFacts facts,
            Set<Trigger> triggers,
            Choice choice,
            Money worth,
            LocalDate date) {
        AccountHead head = view.head();
        AssessmentRule.Subject subject =
                new AssessmentRule.Subject(head.balances().netWorth(), facts.own(), date);
        return AssessmentRule.assess(
                subject, triggers, choice, worth, view.policy().consolidation());
    }
}
