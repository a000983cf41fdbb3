package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tax ledger of one account, computed from its lots and closings; nothing of it is kept (docs/rules.md 9.2). */
public final class TaxLedger {

    /** To be shown wherever figures of it are. */
    public static final String NOTICE = "Estimates, not advice.";

    private final List<Disposal> disposals;
    private final List<OpenBasis> open;
    private final List<IndexResult> indexes;
    private final List<String> unmarked;

    private TaxLedger(Portions portions, Section1256 section1256) {
        List<Portion> all = new ArrayList<>(portions.all());
        all.sort(Portion.BY_SALE.thenComparingInt(portion -> portion.lot().no()));
        disposals = new ArrayList<>();
        open = new ArrayList<>();
        all.forEach(this::sortOut);
        indexes = new ArrayList<>(section1256.results());
        indexes.sort(Comparator.comparing(IndexResult::date)
                .thenComparingInt(result -> result.lot().no()));
        unmarked = section1256.unmarked();
    }

    private void sortOut(Portion portion) {
        Closing closing = portion.closing();
        if (closing == null) {
            open.add(portion.openBasis());
        } else if (closing.how().isDisposal()) {
            disposals.add(portion.disposal(closing));
        }
    }

    /** Of an account that has received no lots from others. */
    public static TaxLedger of(List<Lot> lots, List<Closing> closings, YearEndMarks marks, LocalDate asOf) {
        return of(new Holding(lots, closings, Map.of()), marks, asOf);
    }

    /**
     * All lots and closings of an account, from its beginning: a loss may go into what was bought weeks before or after.
     *
     * @param closings in the order in which they were taken
     * @param origins of lots that have come from another account, by number
     */
    public record Holding(List<Lot> lots, List<Closing> closings, Map<Integer, Origin> origins) {

        Origin origin(Lot lot) {
            Origin moved = origins.get(lot.no());
            return moved == null ? Origin.of(lot) : moved;
        }
    }

    /** As of the day by which years have ended. */
    public static TaxLedger of(Holding holding, YearEndMarks marks, LocalDate asOf) {
        List<Lot> lots = holding.lots();
        List<Closing> closings = holding.closings();
        List<Closing> byDate = new ArrayList<>(closings);
        byDate.sort(Comparator.comparing(Closing::date));
        Map<Integer, List<Portion>> closed = new HashMap<>();
        Map<Integer, Lot> byNo = new HashMap<>();
        lots.forEach(lot -> byNo.put(lot.no(), lot));
        Section1256 section1256 = new Section1256(marks, asOf, holding);
        for (int order = 0; order < byDate.size(); order++) {
            take(byDate.get(order), order, byNo, closed, section1256);
        }
        Portions portions = portions(holding, closed, section1256);
        WashSales.defer(portions);
        return new TaxLedger(portions, section1256);
    }

    private static void take(
            Closing closing,
            int order,
            Map<Integer, Lot> lots,
            Map<Integer, List<Portion>> closed,
            Section1256 indexes) {
        Lot lot = lots.get(closing.lot());
        if (lot == null) {
            throw new IllegalArgumentException("line " + closing.line() + " closes lot " + closing.lot()
                    + ", which is not among those of the account");
        }
        if (BroadIndexes.contain(lot.instrument())) {
            indexes.closed(lot, closing);
        } else {
            closed.computeIfAbsent(lot.no(), _ -> new ArrayList<>()).add(Portion.closed(lot, closing, order));
        }
    }

    private static Portions portions(Holding holding, Map<Integer, List<Portion>> closed, Section1256 indexes) {
        Portions portions = new Portions();
        for (Lot lot : holding.lots()) {
            if (!BroadIndexes.contain(lot.instrument())) {
                List<Portion> all = new ArrayList<>(closed.getOrDefault(lot.no(), List.of()));
                if (lot.isOpen()) {
                    all.add(Portion.open(lot));
                }
                Origin origin = holding.origins().get(lot.no());
                if (origin != null) {
                    Portion.inherit(all, origin);
                }
                portions.add(lot, holding.origin(lot).purchased(), all);
            } else if (lot.isOpen()) {
                indexes.open(lot);
            }
        }
        return portions;
    }

    /** Rows of Form 8949, by date. */
    public List<Disposal> disposals() {
        return List.copyOf(disposals);
    }

    /** What is still held, with the losses deferred into it; section 1256 contracts apart. */
    public List<OpenBasis> open() {
        return List.copyOf(open);
    }

    /** Section 1256: closings and marks, by date. */
    public List<IndexResult> indexes() {
        return List.copyOf(indexes);
    }

    /** Positions that went over the end of a year without a price to mark them at; their gain comes when they are closed. */
    public List<String> unmarked() {
        return List.copyOf(unmarked);
    }

    public TaxPeriod period(LocalDate from, LocalDate to) {
        return new TaxPeriod(
                from,
                to,
                disposals.stream()
                        .filter(row -> isWithin(row.closed(), from, to))
                        .toList(),
                indexes.stream().filter(row -> isWithin(row.date(), from, to)).toList());
    }

    private static boolean isWithin(LocalDate date, LocalDate from, LocalDate to) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
