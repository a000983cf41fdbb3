package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.instrument.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The lots of an account in portions, found by what they could replace and when they were opened. */
final class Portions {

    /** What a loss can be deferred into: the same on the same side, and for shares calls on them. */
    private record Kind(String name, boolean isShort) {}

    private static final String CALLS = "calls on ";

    private final Map<Integer, List<Portion>> byLot = new HashMap<>();
    private final Map<Kind, NavigableMap<LocalDate, List<Lot>>> byKind = new HashMap<>();

    /** What was bought for another account counts from the day on which it was bought there. */
    void add(Lot lot, LocalDate purchased, List<Portion> portions) {
        byLot.put(lot.no(), new ArrayList<>(portions));
        put(new Kind(lot.instrument().canonical(), lot.isShort()), lot, purchased);
        if (lot.instrument() instanceof OptionContract option && option.right() == Right.CALL && !lot.isShort()) {
            put(new Kind(CALLS + option.underlying(), false), lot, purchased);
        }
    }

    private void put(Kind kind, Lot lot, LocalDate purchased) {
        byKind.computeIfAbsent(kind, _ -> new TreeMap<>())
                .computeIfAbsent(purchased, _ -> new ArrayList<>())
                .add(lot);
    }

    void addRest(Portion rest) {
        of(rest.lot()).add(rest);
    }

    private List<Portion> of(Lot lot) {
        return byLot.getOrDefault(lot.no(), List.of());
    }

    List<Portion> all() {
        return byLot.values().stream().flatMap(List::stream).toList();
    }

    /** What was opened between the two days and could stand for it, first opened first; within a lot what was sold first. */
    List<Portion> replacements(Portion sold, LocalDate from, LocalDate to) {
        List<Lot> lots = new ArrayList<>(
                opened(new Kind(sold.lot().instrument().canonical(), sold.lot().isShort()), from, to));
        if (sold.lot().instrument() instanceof Share share && !sold.lot().isShort()) {
            lots.addAll(opened(new Kind(CALLS + share.symbol(), false), from, to));
        }
        lots.sort(Comparator.comparing(Lot::opened).thenComparingInt(Lot::no));
        return lots.stream()
                .flatMap(lot -> of(lot).stream().sorted(Portion.BY_SALE))
                .filter(portion -> isReplacement(portion, sold))
                .toList();
    }

    private List<Lot> opened(Kind kind, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, List<Lot>> lots = byKind.get(kind);
        return lots == null
                ? List.of()
                : lots.subMap(from, true, to, true).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    /** Not of the same purchase, not sold before or in the same sale, and not a replacement already. */
    private static boolean isReplacement(Portion portion, Portion sold) {
        Closing of = sold.closing();
        Closing closing = portion.closing();
        boolean sameSale = of != null && closing != null && of.line().equals(closing.line());
        return !portion.isReplacement()
                && portion.units().signum() > 0
                && portion.order() > sold.order()
                && !sameSale
                && !portion.lot().line().equals(sold.lot().line());
    }

    /** The shares that were bought by exercising an option on that day. */
    List<Portion> bought(Instrument option, LocalDate date) {
        return opened(new Kind(option.underlying(), false), date, date).stream()
                .flatMap(lot -> of(lot).stream())
                .toList();
    }
}
