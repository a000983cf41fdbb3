package io.alluse.statement;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a statement with the ledger as of the statement's end, corrected by what was then still announced (docs/rules.md 9.3).
 *
 * <p>Less than a cent is no difference: brokers add up decimals that they do not print. Nor is, of a quantity that is stated with
 * decimals, less than one of the last of them.
 */
final class ReconciliationRule {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private ReconciliationRule() {}

    /** Cash first, then instruments by name; nothing about what the statement does not state. */
    static List<Difference> differences(StatementEnd stated, Booked booked) {
        List<Difference> differences = new ArrayList<>();
        if (stated.cash() != null) {
            addCash(stated.cash(), booked, differences);
        }
        if (stated.positions() != null) {
            addPositions(stated.positions(), booked, differences);
        }
        return differences;
    }

    private static void addCash(Money stated, Booked booked, List<Difference> differences) {
        Money expected = booked.cash().minus(booked.announcedCash());
        if (stated.minus(expected).amount().abs().compareTo(CENT) >= 0) {
            differences.add(new Difference(BreakKind.CASH, null, stated.amount(), expected.amount()));
        }
    }

    /** A position that the statement does not list is stated to be none. */
    private static void addPositions(Map<String, BigDecimal> stated, Booked booked, List<Difference> differences) {
        SortedSet<String> instruments = new TreeSet<>(stated.keySet());
        instruments.addAll(booked.positions().keySet());
        instruments.addAll(booked.announcedPositions().keySet());
        for (String instrument : instruments) {
            BigDecimal there = of(stated, instrument);
            BigDecimal expected =
                    of(booked.positions(), instrument).subtract(of(booked.announcedPositions(), instrument));
            if (differ(there, expected)) {
                differences.add(new Difference(BreakKind.POSITION, instrument, there, expected));
            }
        }
    }

    private static BigDecimal of(Map<String, BigDecimal> quantities, String instrument) {
        @Nullable BigDecimal quantity = quantities.get(instrument);
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    private static boolean differ(BigDecimal stated, BigDecimal expected) {
        BigDecimal difference = stated.subtract(expected).abs();
        return stated.scale() > 0
                ? difference.compareTo(BigDecimal.ONE.movePointLeft(stated.scale())) >= 0
                : difference.signum() != 0;
    }
}
