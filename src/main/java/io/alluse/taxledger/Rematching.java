package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import io.alluse.holding.Term;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the gains of one side of one instrument would be, had every lot been there on its date. */
final class Rematching {

    /** A lot and what is left of it. */
    private static final class Rest {
        private final Lot lot;
        private BigDecimal units;
        private Money opening;

        private Rest(Lot lot) {
            this.lot = lot;
            this.units = lot.quantity().abs();
            this.opening = lot.isShort() ? lot.cost().negated() : lot.cost();
        }
    }

    private final Deque<Rest> waiting = new ArrayDeque<>();
    private final List<Rest> there = new ArrayList<>();
    private final SortedMap<Integer, TermChange> changes = new TreeMap<>();

    private Rematching() {}

    /** Closings by date; the difference to what they say, by year. */
    static List<TermChange> changes(List<Lot> lots, List<Closing> closings) {
        Rematching rematching = new Rematching();
        lots.stream()
                .sorted(Comparator.comparing(Lot::opened).thenComparingInt(Lot::no))
                .forEach(lot -> rematching.waiting.add(new Rest(lot)));
        for (Closing closing : closings) {
            rematching.count(closing, closing.term(), closing.gain().negated());
            rematching.match(closing);
        }
        return rematching.changes.values().stream()
                .filter(change -> !change.isNothing())
                .toList();
    }

    private void match(Closing closing) {
        while (!waiting.isEmpty() && !waiting.getFirst().lot.opened().isAfter(closing.date())) {
            there.add(waiting.removeFirst());
            there.sort(
                    Comparator.comparing((Rest rest) -> rest.lot.acquired()).thenComparingInt(rest -> rest.lot.no()));
        }
        BigDecimal left = closing.quantity().abs();
        boolean isShort = closing.quantity().signum() < 0;
        Money ending = isShort ? closing.cost() : closing.proceeds();
        while (left.signum() > 0 && !there.isEmpty()) {
            Rest rest = there.getFirst();
            BigDecimal units = left.min(rest.units);
            Money partOfEnding = Shares.of(ending, units, left);
            Money partOfOpening = Shares.of(rest.opening, units, rest.units);
            Money gain = isShort ? partOfOpening.minus(partOfEnding) : partOfEnding.minus(partOfOpening);
            count(closing, isShort ? Term.SHORT : Term.of(rest.lot.acquired(), closing.date()), gain);
            use(rest, units, partOfOpening);
            left = left.subtract(units);
            ending = ending.minus(partOfEnding);
        }
    }

    private void use(Rest rest, BigDecimal units, Money opening) {
        rest.units = rest.units.subtract(units);
        rest.opening = rest.opening.minus(opening);
        if (rest.units.signum() == 0) {
            there.removeFirst();
        }
    }

    /** What goes into shares or to another account at cost is no gain, whatever lot it is of. */
    private void count(Closing closing, Term term, Money gain) {
        if (closing.how().isDisposal()) {
            TermChange change = term == Term.SHORT
                    ? new TermChange(closing.date().getYear(), gain, Money.ZERO)
                    : new TermChange(closing.date().getYear(), Money.ZERO, gain);
            changes.merge(change.year(), change, TermChange::plus);
        }
    }
}
