package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.intent.IntentRef;
import io.alluse.intent.OrderIntent;
import io.alluse.ledger.EventKind;
import io.alluse.money.Money;
import io.alluse.ordering.OrderDecision.Order;
import io.alluse.sweep.Beside;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Effects;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From a decision to the event, of which nothing moves, and to the rows beside it. */
final class OrderPostings {

    private OrderPostings() {}

    /** An intent that the event makes. */
    record Made(OrderIntent order, LocalDate date) implements Beside {}

    /** One whose days have passed, as the event says. */
    record Over(IntentRef ref, LocalDate date) implements Beside {}

    /** Nothing moves, so what was settled under this policy stays settled. */
    static Decision.Post post(Order order, boolean wasSettled, LocalDate date) {
        return new Decision.Post(
                wasSettled ? EventKind.SETTLED : EventKind.POSTED,
                Money.ZERO,
                List.of(),
                detail(order),
                Effects.beside(beside(order, date)));
    }

    private static List<Beside> beside(Order order, LocalDate date) {
        List<Beside> rows =
                new ArrayList<>(order.over().size() + order.intended().intents().size());
        order.over().forEach(intent -> rows.add(new Over(intent.ref(), date)));
        order.intended().intents().forEach(intent -> rows.add(new Made(intent, date)));
        return rows;
    }

    private static Json detail(Order order) {
        Intended intended = order.intended();
        Json detail = Json.canonical();
        if (!order.over().isEmpty()) {
            detail.put(
                    "expired",
                    order.over().stream().map(intent -> intent.ref().text()).toList());
        }
        if (!intended.budgets().areEmpty()) {
            detail.put("budgets", budgets(intended.budgets()));
        }
        if (!intended.intents().isEmpty()) {
            detail.put(
                    "intents",
                    intended.intents().stream().map(OrderPostings::intent).toList());
        }
        if (!intended.unspent().isEmpty()) {
            detail.put(
                    "stays",
                    intended.unspent().stream().map(OrderPostings::stays).toList());
        }
        return detail;
    }

    private static Json budgets(Budgets budgets) {
        Json json = Json.canonical();
        for (IntentKind kind : IntentKind.values()) {
            Money budget = budgets.of(kind);
            if (budget.isPositive()) {
                json.put(word(kind), budget.canonical());
            }
        }
        return json;
    }

    private static Json intent(OrderIntent intent) {
        Json json = Json.canonical()
                .put("no", intent.no())
                .put("kind", word(intent.kind()))
                .put("symbol", intent.symbol())
                .put("budget", intent.budget().canonical())
                .put("until", intent.validUntil().toString());
        if (intent.quantity() != null) {
            json.put("quantity", intent.quantity().toPlainString());
        }
        if (intent.price() != null) {
            json.put("price", intent.price().toPlainString());
        }
        return json;
    }

    private static Json stays(Unspent unspent) {
        return Json.canonical()
                .put("kind", word(unspent.kind()))
                .put("amount", unspent.amount().canonical())
                .put("why", unspent.why().stream().map(Why::toString).toList());
    }

    private static String word(IntentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
