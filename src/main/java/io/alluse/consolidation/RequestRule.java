package io.alluse.consolidation;

import io.alluse.account.AccountState;
import io.alluse.consolidation.Finding.None;
import io.alluse.consolidation.Finding.Recommend;
import io.alluse.money.Money;
import io.alluse.policy.ConsolidationPolicy;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What comes of a person's request: the person chooses, where the rule allows it; the numbers are the same (docs/rules.md 7.5). */
final class RequestRule {

    private RequestRule() {}

    /** Held: what the account has of each instrument, at cost, by canonical text. */
    static Finding decide(AccountView view, AssessmentFacts facts, Wish wish, Map<String, Money> held, LocalDate date) {
        return reasonAgainst(view, facts, wish, held)
                .<Finding>map(None::new)
                .or(() -> FindingRule.reasonAgainst(view, facts))
                .orElseGet(() -> chosen(view, facts, wish, held, date));
    }

    private static Optional<String> reasonAgainst(
            AccountView view, AssessmentFacts facts, Wish wish, Map<String, Money> held) {
        if (view.head().state() != AccountState.ACTIVE) {
            return Optional.of("it is " + view.head().state());
        }
        if (facts.blocked()) {
            return Optional.of("broker and ledger differ: see `alluse break list`");
        }
        if (!wish.isPart() && !facts.family().forked()) {
            return Optional.of("its main account stands on it: only a part can move, by --amount or --position");
        }
        if (wish.isPart() && wish.anew()) {
            return Optional.of("a part goes into an account that is there already: give --to");
        }
        Money free = view.head().freeCash();
        if (wish.amount() != null && wish.amount().compareTo(free) > 0) {
            return Optional.of("it has " + free.readable() + " of free cash");
        }
        return wish.positions().stream()
                .filter(position -> !held.containsKey(position))
                .findFirst()
                .map(position -> "it holds no " + position);
    }

    private static Finding chosen(
            AccountView view, AssessmentFacts facts, Wish wish, Map<String, Money> held, LocalDate date) {
        Set<Trigger> triggers = FindingRule.triggers(view, facts);
        triggers.add(Trigger.REQUEST);
        if (wish.anew()) {
            return recommended(view, facts, triggers, Choice.anew(), held, date);
        }
        ConsolidationPolicy policy = view.policy().consolidation();
        Optional<Relative> target = wish.target() == null
                ? TargetRule.best(view.tier(), facts.own(), facts.relatives(), policy)
                : facts.relatives().stream()
                        .filter(one -> one.code().equals(wish.target()))
                        .findFirst();
        if (target.isEmpty()) {
            return new None(
                    wish.target() == null
                            ? "no account of its family would do better: name one by --to, or give --to-new"
                            : wish.target() + " is no other open account of its main account");
        }
        return TargetRule.obstacle(view.tier(), target.get(), policy)
                .<Finding>map(None::new)
                .orElseGet(() -> recommended(view, facts, triggers, choice(wish, target.get()), held, date));
    }

    private static Choice choice(Wish wish, Relative target) {
        return wish.isPart() ? Choice.part(target, wish.amount(), wish.positions()) : Choice.whole(target);
    }

    private static Finding recommended(
            AccountView view,
            AssessmentFacts facts,
            Set<Trigger> triggers,
            Choice choice,
            Map<String, Money> held,
            LocalDate date) {
        Money worth = choice.strategy() == Strategy.PARTIAL
                ? worth(choice.amount() == null ? Money.ZERO : choice.amount(), choice.positions(), held)
                : view.head().balances().netWorth();
        return new Recommend(FindingRule.assessment(view, facts, triggers, choice, worth, date));
    }

    private static Money worth(Money cash, List<String> positions, Map<String, Money> held) {
        return positions.stream()
                .map(position -> held.getOrDefault(position, Money.ZERO))
                .reduce(cash, Money::plus);
    }
}
