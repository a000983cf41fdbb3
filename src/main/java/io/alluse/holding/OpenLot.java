package io.alluse.holding;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A lot while activities are taken. */
final class OpenLot {

    private final Lot first;
    private final boolean added;
    private Instrument instrument;
    private BigDecimal open;
    private Money openCost;
    private boolean changed;

    private OpenLot(Lot first, boolean added) {
        this.first = first;
        this.added = added;
        this.instrument = first.instrument();
        this.open = first.openQuantity();
        this.openCost = first.openCost();
    }

    static OpenLot found(Lot lot) {
        return new OpenLot(lot, false);
    }

    static OpenLot added(Lot lot) {
        return new OpenLot(lot, true);
    }

    int no() {
        return first.no();
    }

    LocalDate acquired() {
        return first.acquired();
    }

    boolean bindsMoney() {
        return open.signum() < 0;
    }

    boolean isAdded() {
        return added;
    }

    boolean isChanged() {
        return changed;
    }

    /** With its sign. */
    BigDecimal open() {
        return open;
    }

    BigDecimal units() {
        return open.abs();
    }

    Money openCost() {
        return openCost;
    }

    boolean isShort() {
        return first.isShort();
    }

    /** Takes so many units out; the answer is what they cost, or brought. */
    Money giveUp(BigDecimal units) {
        Money cost = Shares.of(openCost, units, units());
        become(instrument, isShort() ? open.add(units) : open.subtract(units), openCost.minus(cost));
        return cost;
    }

    void become(Instrument other, BigDecimal quantity, Money cost) {
        instrument = other;
        open = quantity;
        openCost = cost;
        changed = true;
    }

    Instrument instrument() {
        return instrument;
    }

    Lot now() {
        return new Lot(
                first.no(),
                instrument,
                first.opened(),
                first.acquired(),
                first.quantity(),
                first.cost(),
                open,
                openCost,
                first.line());
    }
}
