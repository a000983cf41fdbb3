package io.alluse.ordering;

import io.alluse.intent.OrderIntent;
import io.alluse.money.Money;
import java.util.List;

/** What the rule has come to: orders to ask for, and what stays allocated; together they are the budgets. */
record Intended(Budgets budgets, List<OrderIntent> intents, List<Unspent> unspent) {

    Intended {
        intents = List.copyOf(intents);
        unspent = List.copyOf(unspent);
    }

    Money total() {
        return intents.stream().map(OrderIntent::budget).reduce(Money.ZERO, Money::plus);
    }
}
