package io.alluse.ordering;

import io.alluse.account.AccountState;
import io.alluse.intent.KeptIntent;
import io.alluse.ordering.OrderDecision.BeingSold;
import io.alluse.ordering.OrderDecision.NoBudget;
import io.alluse.ordering.OrderDecision.NoPrices;
import io.alluse.ordering.OrderDecision.NotEligible;
import io.alluse.ordering.OrderDecision.NothingToBuy;
import io.alluse.ordering.OrderDecision.Order;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.List;

/** What became of the intents so far, and then which orders to ask for (docs/rules.md 5.6). */
final class OrderRule {

    private OrderRule() {}

    static boolean actsOn(AccountState state) {
        return state == AccountState.ACTIVE || state == AccountState.FORKING;
    }

    static OrderDecision decide(AccountView account, OrderFacts facts, LocalDate date) {
        if (!actsOn(account.head().state())) {
            return new NotEligible(account.head().state());
        }
        List<KeptIntent> over = facts.over(date);
        IntentFacts now = facts.on(date);
        if (now.open().stream().anyMatch(intent -> intent.kind().closes())) {
            return over.isEmpty()
                    ? new BeingSold()
                    : new Order(over, new Intended(Budgets.NOTHING, List.of(), List.of()));
        }
        Budgets budgets = Budgets.of(account.head(), now.open());
        if (budgets.areEmpty()) {
            return over.isEmpty() ? new NoBudget() : new Order(over, new Intended(budgets, List.of(), List.of()));
        }
        Intended intended = IntentRule.decide(account, now);
        if (!over.isEmpty() || !intended.intents().isEmpty()) {
            return new Order(over, intended);
        }
        return isForWantOfPrices(intended) ? new NoPrices(intended) : new NothingToBuy(intended);
    }

    private static boolean isForWantOfPrices(Intended intended) {
        List<Why> why = intended.unspent().stream()
                .flatMap(unspent -> unspent.why().stream())
                .toList();
        return !why.isEmpty() && why.stream().allMatch(one -> one.reason().isOfPrice());
    }
}
