package io.alluse.holding;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The open lots of one instrument, all of them long or all of them short, first acquired first. */
final class Position {

    private final Instrument instrument;
    private final ArrayDeque<OpenLot> lots = new ArrayDeque<>(4);
    private BigDecimal held = BigDecimal.ZERO;

    Position(Instrument instrument) {
        this.instrument = instrument;
    }

    Instrument instrument() {
        return instrument;
    }

    /** With its sign. */
    BigDecimal held() {
        return held;
    }

    BigDecimal units() {
        return held.abs();
    }

    boolean isEmpty() {
        return held.signum() == 0;
    }

    boolean isShort() {
        return held.signum() < 0;
    }

    boolean isOpposedBy(BigDecimal quantity) {
        return held.signum() * quantity.signum() < 0;
    }

    boolean isWritten() {
        return isShort() && instrument instanceof OptionContract;
    }

    /** Where its cost stands in the ledger. */
    LedgerAccount account() {
        return account(instrument, held);
    }

    /** Where the cost of this quantity would stand. */
    static LedgerAccount account(Instrument instrument, BigDecimal quantity) {
        return quantity.signum() < 0 && instrument instanceof OptionContract
                ? LedgerAccount.SHORT_OPTIONS
                : LedgerAccount.SECURITIES;
    }

    /** Each where its date belongs: one that arrives late does not go to the end of the queue. */
    void add(OpenLot lot) {
        List<OpenLot> later = List.of();
        while (!lots.isEmpty() && lot.acquired().isBefore(lots.getLast().acquired())) {
            later = later.isEmpty() ? new ArrayList<>() : later;
            later.add(lots.removeLast());
        }
        lots.addLast(lot);
        later.reversed().forEach(lots::addLast);
        held = held.add(lot.open());
    }

    OpenLot first() {
        return lots.getFirst();
    }

    Iterable<OpenLot> lots() {
        return lots;
    }

    Money cost() {
        Money cost = Money.ZERO;
        for (OpenLot lot : lots) {
            cost = cost.plus(lot.openCost());
        }
        return cost;
    }

    /** Takes units out of the first lot; the answer is what they cost. */
    Money giveUp(BigDecimal units) {
        OpenLot lot = lots.getFirst();
        BigDecimal before = lot.open();
        Money cost = lot.giveUp(units);
        held = held.subtract(before).add(lot.open());
        if (lot.open().signum() == 0) {
            lots.removeFirst();
        }
        return cost;
    }

    /** As many units as now stand for what was held: every lot its part, the cost as it was. */
    void scale(BigDecimal total) {
        BigDecimal left = total;
        BigDecimal from = held;
        for (OpenLot lot : lots) {
            BigDecimal part = Shares.of(left, lot.open(), from);
            left = left.subtract(part);
            from = from.subtract(lot.open());
            lot.become(instrument, part, lot.openCost());
        }
        held = total;
    }

    /** All lots go on under another name. */
    void moveTo(Position other) {
        for (OpenLot lot : lots) {
            lot.become(other.instrument, lot.open(), lot.openCost());
            other.add(lot);
        }
        lots.clear();
        held = BigDecimal.ZERO;
    }
}
