package io.alluse.bench;

import io.alluse.activity.Activity;
import io.alluse.holding.DayOrder;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Holdings;
import io.alluse.holding.HoldingsStart;
import io.alluse.holding.Line;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account with nothing but the lines of a mutant: whatever they are, its lots add up to what its balances say they cost. */
final class MutantHoldings {

    private MutantHoldings() {}

    static void mustAddUp(List<Activity> activities) {
        Map<String, List<Line>> byAccount = new TreeMap<>();
        for (Activity activity : activities) {
            List<Line> lines = byAccount.computeIfAbsent(activity.account(), _ -> new ArrayList<>());
            lines.add(new Line(activity, Integer.toString(lines.size())));
        }
        byAccount.values().forEach(lines -> mustAddUp(changes(lines)));
    }

    /** Lines that are refused change nothing; options whose shares were refused are left out. */
    private static HoldingChanges changes(List<Line> lines) {
        while (true) {
            Holdings holdings = Holdings.of(HoldingsStart.empty());
            DayOrder.of(lines).forEach(line -> holdings.take(line.activity(), line.id()));
            List<String> undelivered = holdings.undelivered();
            if (undelivered.isEmpty()) {
                return holdings.changes();
            }
            lines.removeIf(line -> undelivered.contains(line.id()));
        }
    }

    private static void mustAddUp(HoldingChanges changes) {
        Money lots = changes.opened().stream().map(lot -> lot.openCost()).reduce(Money.ZERO, Money::plus);
        Money held = changes.balances()
                .of(LedgerAccount.SECURITIES)
                .plus(changes.balances().of(LedgerAccount.SHORT_OPTIONS));
        if (!lots.equals(held)) {
            throw new IllegalStateException(
                    "open lots cost " + lots + ", SECURITIES and SHORT_OPTIONS come to " + held);
        }
    }
}
