package io.alluse.holding;

import io.alluse.activity.Activity;
import io.alluse.holding.Closing.How;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lots of one account by instrument, what has been closed of them, and what all of it does to the ledger. */
final class Book {

    private final Map<Instrument, Position> positions = new HashMap<>();
    private final List<OpenLot> lots = new ArrayList<>();
    private final Closings closings = new Closings();
    private final Purse purse;
    private LocalDate date = LocalDate.EPOCH;
    private String line = "";
    private @Nullable String note;
    private int lastLot;

    Book(HoldingsStart start) {
        purse = new Purse(start.balances(), start.base());
        lastLot = start.lastLot();
        List<Lot> open = new ArrayList<>(start.open());
        open.sort(Comparator.comparing(Lot::acquired).thenComparingInt(Lot::no));
        open.forEach(lot -> put(OpenLot.found(lot)));
    }

    void begin(Activity activity, String lineId) {
        date = activity.effective();
        line = lineId;
        note = null;
        purse.begin(date, lineId);
        closings.begin(date, lineId);
    }

    /** What a person should know about the line at hand. */
    void note(String text) {
        note = text;
    }

    @Nullable
    String note() {
        return note;
    }

    String line() {
        return line;
    }

    LocalDate date() {
        return date;
    }

    Purse purse() {
        return purse;
    }

    Position position(Instrument instrument) {
        return positions.computeIfAbsent(instrument, Position::new);
    }

    private void put(OpenLot lot) {
        lots.add(lot);
        position(lot.instrument()).add(lot);
    }

    void open(Instrument instrument, LocalDate acquired, BigDecimal quantity, Money cost) {
        put(OpenLot.added(newLot(instrument, acquired, quantity, cost)));
    }

    private Lot newLot(Instrument instrument, LocalDate acquired, BigDecimal quantity, Money cost) {
        lastLot++;
        return new Lot(lastLot, instrument, date, acquired, quantity, cost, quantity, cost, line);
    }

    /**
     * Closes what is held the other way, first in first out, and opens the rest.
     *
     * @param carried what options had cost that became this trade, negative where they had brought something; it is in SECURITIES already
     * @param bucket the allocated money that an opening purchase spends first
     */
    void trade(Instrument instrument, BigDecimal quantity, Money cash, Money carried, LedgerAccount bucket) {
        Position position = position(instrument);
        BigDecimal units = quantity.abs();
        if (!position.isOpposedBy(quantity)) {
            openFor(instrument, quantity, cash, carried, bucket);
            return;
        }
        BigDecimal closing = position.units().min(units);
        Money cashOfClosing = Shares.of(cash, closing, units);
        Money carriedIntoClosing = Shares.of(carried, closing, units);
        closeFor(position, closing, cashOfClosing, carriedIntoClosing, How.TRADE);
        if (closing.compareTo(units) < 0) {
            BigDecimal rest = units.subtract(closing);
            openFor(
                    instrument,
                    quantity.signum() < 0 ? rest.negate() : rest,
                    cash.minus(cashOfClosing),
                    carried.minus(carriedIntoClosing),
                    bucket);
        }
    }

    private void openFor(Instrument instrument, BigDecimal quantity, Money cash, Money carried, LedgerAccount bucket) {
        purse.settle(cash, bucket, Position.account(instrument, quantity));
        open(instrument, date, quantity, carried.minus(cash));
    }

    /** Closes units for cash; buying back is paid from CASH, where the proceeds had gone. */
    void closeFor(Position position, BigDecimal units, Money cash, Money carried, How how) {
        purse.move(position.account(), LedgerAccount.CASH, cash);
        closeAt(position, units, carried.minus(cash), how);
    }

    /** The value has the sign of a cost: what is received for the units is negative. */
    private void closeAt(Position position, BigDecimal units, Money value, How how) {
        LedgerAccount account = position.account();
        boolean written = position.isWritten();
        Money shortTerm = Money.ZERO;
        Money longTerm = Money.ZERO;
        BigDecimal unitsLeft = units;
        Money valueLeft = value;
        while (unitsLeft.signum() > 0) {
            OpenLot lot = position.first();
            BigDecimal part = unitsLeft.min(lot.units());
            Money partValue = Shares.of(valueLeft, part, unitsLeft);
            Closing closing = closings.add(lot, part, position.giveUp(part), partValue, how);
            shortTerm = closing.term() == Term.SHORT ? shortTerm.plus(closing.gain()) : shortTerm;
            longTerm = closing.term() == Term.LONG ? longTerm.plus(closing.gain()) : longTerm;
            unitsLeft = unitsLeft.subtract(part);
            valueLeft = valueLeft.minus(partValue);
        }
        purse.move(written ? LedgerAccount.PREMIUM : LedgerAccount.GAINS_SHORT, account, shortTerm);
        purse.move(LedgerAccount.GAINS_LONG, account, longTerm);
    }

    /** Closes units without a gain; the answer is what they had cost, or brought. */
    Money closeAtCost(Position position, BigDecimal units, How how) {
        Money total = Money.ZERO;
        BigDecimal left = units;
        while (left.signum() > 0) {
            OpenLot lot = position.first();
            BigDecimal part = left.min(lot.units());
            Money cost = position.giveUp(part);
            closings.add(lot, part, cost, cost.negated(), how);
            total = total.plus(cost);
            left = left.subtract(part);
        }
        return total;
    }

    /** A gain without giving anything up; where nothing is held it is that of a lot of nothing. */
    void gain(Position position, Money amount) {
        gain(position.isEmpty() ? lotOfNothing(position.instrument()) : position.first(), amount);
    }

    void gain(OpenLot lot, Money amount) {
        boolean longTerm = closings.addGain(lot, amount).term() == Term.LONG;
        LedgerAccount gains = longTerm ? LedgerAccount.GAINS_LONG : LedgerAccount.GAINS_SHORT;
        purse.move(gains, LedgerAccount.SECURITIES, amount);
    }

    private OpenLot lotOfNothing(Instrument instrument) {
        OpenLot lot = OpenLot.added(newLot(instrument, date, BigDecimal.ZERO, Money.ZERO));
        lots.add(lot);
        return lot;
    }

    List<Lot> open(Instrument instrument) {
        Position position = positions.get(instrument);
        if (position == null) {
            return List.of();
        }
        List<Lot> open = new ArrayList<>();
        position.lots().forEach(lot -> open.add(lot.now()));
        return open;
    }

    HoldingChanges changes() {
        List<Lot> opened = new ArrayList<>();
        List<Lot> changed = new ArrayList<>();
        for (OpenLot lot : lots) {
            if (lot.isAdded()) {
                opened.add(lot.now());
            } else if (lot.isChanged()) {
                changed.add(lot.now());
            }
        }
        changed.sort(Comparator.comparingInt(Lot::no));
        return new HoldingChanges(opened, changed, closings.all(), lastLot, purse.balances(), purse.base(), bound());
    }

    private Money bound() {
        Money bound = Money.ZERO;
        for (OpenLot lot : lots) {
            bound = lot.bindsMoney() ? bound.plus(lot.now().bound()) : bound;
        }
        return bound;
    }
}
