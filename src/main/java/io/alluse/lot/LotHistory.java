package io.alluse.lot;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All lots of an account from its beginning.
 *
 * @param lots by number
 * @param closings by date; of one day lot by lot
 * @param origins of lots that have come from another account, by number
 */
public record LotHistory(List<Lot> lots, List<Closing> closings, Map<Integer, Origin> origins) {

    static final LotHistory NONE = new LotHistory(List.of(), List.of(), Map.of());

    public LotHistory {
        lots = List.copyOf(lots);
        closings = List.copyOf(closings);
        origins = Map.copyOf(origins);
    }

    /** Of an account that has received nothing from others. */
    public LotHistory(List<Lot> lots, List<Closing> closings) {
        this(lots, closings, Map.of());
    }

    /** As it was at the end of a day: what was closed later is open again, what was opened later is not there. */
    public LotHistory asOf(LocalDate day) {
        Map<Integer, List<Closing>> later = byLot(
                closings.stream().filter(closing -> closing.date().isAfter(day)).toList());
        return new LotHistory(
                lots.stream()
                        .filter(lot -> !lot.opened().isAfter(day))
                        .map(lot -> before(lot, later.getOrDefault(lot.no(), List.of())))
                        .toList(),
                closings.stream()
                        .filter(closing -> !closing.date().isAfter(day))
                        .toList(),
                origins);
    }

    /** What the open lots of each instrument add up to. */
    public List<Held> held() {
        Map<Instrument, Held> held = new LinkedHashMap<>();
        for (Lot lot : lots) {
            if (lot.openQuantity().signum() != 0) {
                Held one = new Held(lot.instrument(), lot.openQuantity(), lot.openCost());
                held.merge(
                        lot.instrument(),
                        one,
                        (sum, more) -> new Held(
                                sum.instrument(),
                                sum.quantity().add(more.quantity()),
                                sum.cost().plus(more.cost())));
            }
        }
        return List.copyOf(held.values());
    }

    /** What the short puts among them bind (docs/rules.md 1.7). */
    public Money bound() {
        return lots.stream().map(Lot::bound).reduce(Money.ZERO, Money::plus);
    }

    /** A lot of which nothing has been closed is left out. */
    public Map<Integer, List<Closing>> closingsByLot() {
        return byLot(closings);
    }

    private static Map<Integer, List<Closing>> byLot(List<Closing> some) {
        return some.stream().collect(Collectors.groupingBy(Closing::lot));
    }

    private static Lot before(Lot lot, List<Closing> later) {
        BigDecimal open = lot.openQuantity();
        Money cost = lot.openCost();
        for (Closing closing : later) {
            open = open.add(closing.quantity());
            cost = cost.plus(openCost(closing));
        }
        return new Lot(
                lot.no(),
                lot.instrument(),
                lot.opened(),
                lot.acquired(),
                lot.quantity(),
                lot.cost(),
                open,
                cost,
                lot.line());
    }

    /** What was taken out of the open cost: of a short lot what had been received. */
    private static Money openCost(Closing closing) {
        return switch (closing.quantity().signum()) {
            case -1 -> closing.proceeds().negated();
            case 0 -> Money.ZERO;
            default -> closing.cost();
        };
    }

    /**
     * Lots that a split, a merger or another event has changed since they were opened. Of these only what is open now is kept, so that
     * a day of the past shows them as they became.
     */
    public List<Lot> reshaped() {
        Map<Integer, List<Closing>> byLot = closingsByLot();
        return lots.stream()
                .filter(lot -> !isAsOpened(before(lot, byLot.getOrDefault(lot.no(), List.of()))))
                .toList();
    }

    private static boolean isAsOpened(Lot lot) {
        return lot.openQuantity().compareTo(lot.quantity()) == 0
                && lot.openCost().compareTo(lot.cost()) == 0;
    }
}
