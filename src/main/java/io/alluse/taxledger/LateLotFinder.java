package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds lots that would have been sold earlier had they been there, and what that would have changed (docs/rules.md 9.5). */
public final class LateLotFinder {

    private record Side(String instrument, boolean isShort) {}

    private final Map<Integer, Lot> lots = new HashMap<>();
    private final Map<Side, List<Lot>> bySide = new LinkedHashMap<>();
    private final Map<Side, List<Closing>> closings = new HashMap<>();

    private LateLotFinder() {}

    /** All lots and closings of an account, these in the order in which they were taken. */
    public static List<LateLots> find(List<Lot> lots, List<Closing> closings) {
        LateLotFinder finder = new LateLotFinder();
        lots.forEach(finder::add);
        closings.forEach(finder::add);
        return finder.bySide.keySet().stream()
                .map(finder::lateOf)
                .filter(late -> !late.lots().isEmpty())
                .toList();
    }

    private void add(Lot lot) {
        lots.put(lot.no(), lot);
        bySide.computeIfAbsent(side(lot), _ -> new ArrayList<>()).add(lot);
    }

    private void add(Closing closing) {
        Lot lot = lots.get(closing.lot());
        if (lot != null && closing.quantity().signum() != 0) {
            closings.computeIfAbsent(side(lot), _ -> new ArrayList<>()).add(closing);
        }
    }

    private static Side side(Lot lot) {
        return new Side(lot.instrument().canonical(), lot.isShort());
    }

    private LateLots lateOf(Side side) {
        List<Lot> all = bySide.getOrDefault(side, List.of());
        List<Closing> closed = new ArrayList<>(closings.getOrDefault(side, List.of()));
        closed.sort(Comparator.comparing(Closing::date));
        List<Lot> late = all.stream().filter(lot -> isLate(lot, closed)).toList();
        if (late.isEmpty()) {
            return new LateLots(all.getFirst().instrument(), late, true, List.of());
        }
        boolean computable = all.stream().allMatch(lot -> isWhole(lot, closed));
        List<TermChange> changes = computable ? Rematching.changes(all, closed) : List.of();
        return new LateLots(all.getFirst().instrument(), late, computable, changes);
    }

    /** Something younger that had been there before was closed while this one was open by its date. */
    private boolean isLate(Lot lot, List<Closing> closed) {
        BigDecimal left = lot.quantity().abs();
        for (Closing closing : closed) {
            if (closing.lot() == lot.no()) {
                left = left.subtract(closing.quantity().abs());
            } else if (left.signum() > 0 && !closing.date().isBefore(lot.opened()) && isYounger(closing.lot(), lot)) {
                return true;
            }
        }
        return false;
    }

    private boolean isYounger(int no, Lot lot) {
        Lot other = lots.get(no);
        return other != null && other.no() < lot.no() && other.acquired().isAfter(lot.acquired());
    }

    /** What was opened is what is open and what was closed: no split came between. */
    private static boolean isWhole(Lot lot, List<Closing> closed) {
        BigDecimal known = lot.openQuantity();
        for (Closing closing : closed) {
            known = closing.lot() == lot.no() ? known.add(closing.quantity()) : known;
        }
        return known.compareTo(lot.quantity()) == 0;
    }
}
