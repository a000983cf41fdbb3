package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.money.Money;
import io.alluse.ordering.Why.Reason;
import io.alluse.policy.DeltaBand;
import io.alluse.price.Price;
import io.alluse.sizing.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole contracts, or whole shares, of the symbols of the policy. */
final class UnitOrders {

    private final IntentKind kind;
    private final Desk desk;

    UnitOrders(IntentKind kind, Desk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    Unspent spend(Money budget) {
        Map<String, Offer> offers = offers();
        Spending spending = new Spending(budget, desk.rooms());
        List<Money> parts = desk.parts(budget);
        for (int i = 0; i < parts.size(); i++) {
            Offer offer = offers.get(desk.symbols().get(i));
            if (offer != null) {
                spending.buy(offer, parts.get(i));
            }
        }
        spending.buyWithTheRest(List.copyOf(offers.values()));
        offers.values().forEach(offer -> draft(offer, spending.units(offer.symbol())));
        return new Unspent(kind, spending.left(), why(offers, spending.left()));
    }

    private Map<String, Offer> offers() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (String symbol : desk.symbols()) {
            Quote quote = desk.quote(symbol);
            Price price = quote.price();
            if (price != null && quote.isFresh()) {
                offers.put(
                        symbol,
                        kind == IntentKind.SHARES
                                ? Offer.ofShares(symbol, price.close(), price.date())
                                : Offer.ofContracts(symbol, price.close(), price.date()));
            }
        }
        return offers;
    }

    private void draft(Offer offer, long units) {
        if (units > 0) {
            desk.draft().units(kind, offer, units, delta());
        }
    }

    private @Nullable DeltaBand delta() {
        return kind == IntentKind.SHARES ? null : desk.tier().delta();
    }

    private List<Why> why(Map<String, Offer> offers, Money left) {
        List<Why> why = new ArrayList<>();
        for (String symbol : desk.symbols()) {
            Offer offer = offers.get(symbol);
            why.add(
                    offer == null
                            ? new Why(symbol, Reason.of(desk.quote(symbol).state()))
                            : desk.why(symbol, left, offer.unitCost()));
        }
        return why;
    }
}
