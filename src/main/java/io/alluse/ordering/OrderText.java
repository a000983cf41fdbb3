package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.intent.KeptIntent;
import io.alluse.intent.OrderIntent;
import io.alluse.ordering.OrderDecision.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arithmetic of a decision as a person would write it down. */
final class OrderText {

    private OrderText() {}

    static List<String> lines(OrderDecision decision) {
        return switch (decision) {
            case Order order -> order(order);
            case OrderDecision.NoBudget _ ->
                List.of("nothing to spend: what is allocated is bound by short puts or asked for already");
            case OrderDecision.NoPrices none -> intended(none.intended());
            case OrderDecision.NothingToBuy nothing -> intended(nothing.intended());
            case OrderDecision.BeingSold _ -> List.of("its positions are being sold: it is to be merged");
            case OrderDecision.NotEligible not ->
                List.of("the rule acts on ACTIVE and FORKING accounts, not on " + not.state());
        };
    }

    private static List<String> order(Order order) {
        List<String> lines = new ArrayList<>();
        order.over().forEach(intent -> lines.add(over(intent)));
        lines.addAll(intended(order.intended()));
        return lines;
    }

    private static String over(KeptIntent intent) {
        String filled = intent.filled().signum() == 0
                ? "not filled"
                : "filled " + intent.filled().toPlainString();
        return "intent " + intent.ref().text() + ", " + intent.order().words() + ", ended on "
                + intent.order().validUntil() + ", " + filled + ": expired";
    }

    private static List<String> intended(Intended intended) {
        List<String> lines = new ArrayList<>();
        for (IntentKind kind : IntentKind.values()) {
            if (intended.budgets().of(kind).isPositive()) {
                lines.addAll(ofKind(intended, kind));
            }
        }
        return lines;
    }

    private static List<String> ofKind(Intended intended, IntentKind kind) {
        List<String> lines = new ArrayList<>();
        lines.add("budget of " + name(kind) + ": " + intended.budgets().of(kind).readable());
        intended.intents().stream()
                .filter(intent -> intent.kind() == kind)
                .forEach(intent -> lines.add("  " + intent.no() + ". " + told(intent)));
        intended.unspent().stream()
                .filter(unspent -> unspent.kind() == kind)
                .forEach(unspent -> lines.add("  " + stays(unspent)));
        return lines;
    }

    private static String told(OrderIntent intent) {
        String price =
                intent.price() == null ? "" : " at " + intent.price().toPlainString() + " of " + intent.priceDate();
        return intent.words() + price + ": " + intent.budget().readable() + ", " + intent.validFrom() + " to "
                + intent.validUntil();
    }

    private static String stays(Unspent unspent) {
        String why = unspent.why().stream().map(Why::toString).collect(Collectors.joining("; "));
        return unspent.amount().readable() + " stays allocated" + (why.isEmpty() ? "" : ": " + why);
    }

    private static String name(IntentKind kind) {
        return switch (kind) {
            case CONTRACTS -> "contracts";
            case SHARES -> "shares";
            case LEAPS -> "LEAPS";
            case SALE -> "sales";
            case BUY_BACK -> "buying back";
        };
    }
}
