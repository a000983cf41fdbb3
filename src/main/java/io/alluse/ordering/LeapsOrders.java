package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.money.Money;
import io.alluse.ordering.Why.Reason;
import io.alluse.policy.DeltaBand;
import io.alluse.sizing.Calls;
import io.alluse.sizing.Calls.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** LEAPS on the symbols of the policy: contracts by the quarter where they are priced, else a budget for each symbol. */
final class LeapsOrders {

    /** A hundred times the smallest price there is: less buys none. */
    private static final Money LEAST = Money.of("1.00");

    private final Desk desk;
    private final LeapsWindow window;
    private final Map<String, Priced> priced = new LinkedHashMap<>();
    private final Set<String> overCap = new HashSet<>();

    LeapsOrders(Desk desk) {
        this.desk = desk;
        this.window = LeapsWindow.of(desk.policy().leaps(), desk.draft().days());
        desk.symbols().forEach(symbol -> calls(symbol).ifPresent(offer -> priced.put(symbol, priced(symbol, offer))));
    }

    private record Priced(Offer offer, Set<LocalDate> quarters) {}

    /** Calls out of the money: which of them is in the delta band, a price does not tell. */
    private Optional<Calls.Offer> calls(String symbol) {
        BigDecimal share = desk.quote(symbol).usable();
        LocalDate pricedFrom = desk.market().date().minusDays(desk.policy().maxPriceAgeDays());
        return share == null
                ? Optional.empty()
                : desk.market().callsOn(symbol).offer(new Wanted(window.from(), window.to(), share, pricedFrom));
    }

    private static Priced priced(String symbol, Calls.Offer calls) {
        Set<LocalDate> quarters = new TreeSet<>();
        calls.expiries().forEach(expiry -> quarters.add(LeapsWindow.quarter(expiry)));
        return new Priced(Offer.ofContracts(symbol, calls.price(), calls.priceDate()), quarters);
    }

    Unspent spend(Money budget) {
        Spending spending = new Spending(budget, desk.rooms());
        Map<String, Money> unpriced = new LinkedHashMap<>();
        List<Money> parts = desk.parts(budget);
        for (int i = 0; i < parts.size(); i++) {
            spendPart(desk.symbols().get(i), parts.get(i), spending, unpriced);
        }
        spending.buyWithTheRest(priced.values().stream().map(Priced::offer).toList());
        Map<String, SortedMap<LocalDate, Long>> rungs = rungs(spending);
        desk.symbols().forEach(symbol -> draft(symbol, rungs, unpriced));
        return new Unspent(IntentKind.LEAPS, spending.left(), why(spending.left(), unpriced));
    }

    private void spendPart(String symbol, Money part, Spending spending, Map<String, Money> unpriced) {
        Priced known = priced.get(symbol);
        if (known != null) {
            spending.buy(known.offer(), part);
            return;
        }
        Money amount = part.min(desk.rooms().room(symbol));
        if (amount.compareTo(LEAST) >= 0) {
            unpriced.put(symbol, amount);
            spending.spend(symbol, amount);
        }
    }

    private Map<String, SortedMap<LocalDate, Long>> rungs(Spending spending) {
        LeapsLadder ladder = new LeapsLadder(desk.policy().leaps());
        Map<String, SortedMap<LocalDate, Long>> rungs = new HashMap<>();
        priced.forEach((symbol, known) -> {
            long bought = spending.units(symbol);
            long kept = ladder.within(bought, known.quarters().size());
            if (kept < bought) {
                spending.giveBack(known.offer(), bought - kept);
                overCap.add(symbol);
            }
            rungs.put(symbol, ladder.spread(kept, known.quarters()));
        });
        return rungs;
    }

    private void draft(String symbol, Map<String, SortedMap<LocalDate, Long>> rungs, Map<String, Money> unpriced) {
        DeltaBand delta = desk.policy().leaps().delta();
        Priced known = priced.get(symbol);
        SortedMap<LocalDate, Long> theirs = rungs.get(symbol);
        if (known != null && theirs != null) {
            theirs.forEach((quarter, contracts) ->
                    desk.draft().leaps(known.offer(), contracts, delta, window.within(quarter)));
        }
        Money amount = unpriced.get(symbol);
        if (amount != null) {
            desk.draft().leapsWithoutPrice(symbol, amount, delta, window);
        }
    }

    private List<Why> why(Money left, Map<String, Money> unpriced) {
        return desk.symbols().stream()
                .map(symbol -> why(symbol, left, unpriced.containsKey(symbol)))
                .toList();
    }

    private Why why(String symbol, Money left, boolean hasItsPart) {
        Priced known = priced.get(symbol);
        if (overCap.contains(symbol)) {
            return new Why(symbol, Reason.QUARTER_CAP);
        }
        if (known != null) {
            return desk.why(symbol, left, known.offer().unitCost());
        }
        Money room = desk.rooms().room(symbol);
        if (room.compareTo(LEAST) < 0) {
            return desk.why(symbol, LEAST, LEAST);
        }
        return new Why(symbol, hasItsPart ? Reason.NO_PRICE : Reason.BELOW_ONE_UNIT);
    }
}
