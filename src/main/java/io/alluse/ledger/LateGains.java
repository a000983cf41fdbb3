package io.alluse.ledger;

import io.alluse.money.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has been earned since the mark of a period although it is dated at or before it (docs/rules.md 5.4). */
final class LateGains {

    private final Map<Period, Money> late = new EnumMap<>(Period.class);

    void add(List<Movement> moved, Marks marks) {
        for (Period period : Period.values()) {
            Mark mark = marks.of(period);
            if (mark != null) {
                List<Movement> before = moved.stream()
                        .filter(movement -> !movement.effective().isAfter(mark.date()))
                        .toList();
                late.merge(period, Balances.ofMovements(before).gain(), Money::plus);
            }
        }
    }

    /** An event of this rule has counted what was late. */
    void endOf(String rule) {
        Period.ofRule(rule).ifPresent(late::remove);
    }

    Map<Period, Money> byPeriod() {
        return Map.copyOf(late);
    }
}
