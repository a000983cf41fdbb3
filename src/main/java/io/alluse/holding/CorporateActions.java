package io.alluse.holding;

import io.alluse.activity.Activity;
import io.alluse.holding.Closing.How;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What companies do to what is held; each method says why it is refused, or null. */
final class CorporateActions {

    private final Book book;

    CorporateActions(Book book) {
        this.book = book;
    }

    @Nullable
    String split(Activity split, Instrument instrument) {
        Position position = book.position(instrument);
        BigDecimal total = position.held().add(split.quantity());
        if (position.isEmpty() || total.signum() != position.held().signum()) {
            return "a split changes " + instrument + " by " + Shares.plain(split.quantity()) + ", but "
                    + held(position);
        }
        position.scale(total);
        return null;
    }

    /** A new name, or a merger for shares; money that comes with it is treated as capital returned. */
    @Nullable
    String exchange(Activity exchange, Instrument instrument, Instrument became) {
        Position from = book.position(instrument);
        if (from.isEmpty()) {
            return instrument + " becomes " + became + ", but " + held(from);
        }
        BigDecimal total = exchange.quantity().signum() == 0 ? from.held() : exchange.quantity();
        Position to = book.position(became);
        if (from == to) {
            return instrument + " becomes what it is";
        }
        if (total.signum() != from.held().signum()
                || to.isOpposedBy(total)
                || Position.account(became, total) != from.account()) {
            return instrument + " becomes " + Shares.plain(total) + " " + became + ", but " + held(from)
                    + (to.isEmpty() ? "" : " and of the new one " + held(to));
        }
        distribute(from, exchange.amount());
        from.scale(total);
        from.moveTo(to);
        return null;
    }

    /** A merger for money alone. */
    @Nullable
    String redeem(Activity merger, Instrument instrument) {
        Position position = book.position(instrument);
        BigDecimal units = merger.quantity().signum() == 0
                ? position.units()
                : merger.quantity().abs();
        if (position.isEmpty() || units.compareTo(position.units()) > 0) {
            return "money for " + Shares.plain(units) + " " + instrument + ", but " + held(position);
        }
        book.closeFor(position, units, merger.amount(), Money.ZERO, How.DISTRIBUTION);
        return null;
    }

    /** New shares take over the part of the basis that is given, lot by lot, and the dates; without it they cost nothing. */
    @Nullable
    String spinOff(Activity spinOff, Instrument instrument, @Nullable Instrument became) {
        Money basis = spinOff.basis();
        Position parent = book.position(instrument);
        if (basis == null || became == null || became.equals(instrument) || parent.isEmpty()) {
            Instrument arrives = became == null ? instrument : became;
            book.note(
                    arrives + " arrives by a spin-off without a part of a basis and counts as if it had cost nothing");
            book.open(arrives, book.date(), spinOff.quantity(), Money.ZERO);
            return null;
        }
        Money signed = parent.isShort() ? basis.negated() : basis;
        if (spinOff.quantity().signum() != parent.held().signum()
                || basis.amount().compareTo(parent.cost().amount().abs()) > 0) {
            return "a spin-off of " + Shares.plain(spinOff.quantity()) + " " + became + " takes " + basis
                    + " of the basis, but " + held(parent) + " at " + parent.cost();
        }
        handOver(parent, became, spinOff.quantity(), signed);
        return null;
    }

    private void handOver(Position parent, Instrument became, BigDecimal quantity, Money basis) {
        BigDecimal heldLeft = parent.held();
        Money costLeft = parent.cost();
        BigDecimal quantityLeft = quantity;
        Money basisLeft = basis;
        for (OpenLot lot : parent.lots()) {
            BigDecimal units = Shares.of(quantityLeft, lot.open(), heldLeft);
            Money part = costLeft.isZero()
                    ? basisLeft
                    : Shares.of(basisLeft, lot.openCost().amount(), costLeft.amount());
            heldLeft = heldLeft.subtract(lot.open());
            costLeft = costLeft.minus(lot.openCost());
            quantityLeft = quantityLeft.subtract(units);
            basisLeft = basisLeft.minus(part);
            lot.become(lot.instrument(), lot.open(), lot.openCost().minus(part));
            book.open(became, lot.acquired(), units, part);
        }
    }

    /** Money for a fraction: of what leaves, or, where the fraction had never arrived, for nothing. */
    @Nullable
    String cashInLieu(Activity cash, Instrument instrument) {
        Position position = book.position(instrument);
        BigDecimal quantity = cash.quantity();
        if (quantity.signum() == 0) {
            book.purse().move(LedgerAccount.SECURITIES, LedgerAccount.CASH, cash.amount());
            book.gain(position, cash.amount());
            return null;
        }
        if (!position.isOpposedBy(quantity) || quantity.abs().compareTo(position.units()) > 0) {
            return Shares.plain(quantity) + " " + instrument + " for money, but " + held(position);
        }
        book.closeFor(position, quantity.abs(), cash.amount(), Money.ZERO, How.DISTRIBUTION);
        return null;
    }

    /** Lowers the basis of what is held; where nothing is held any more all of it is a gain. */
    @Nullable
    String returnCapital(Activity returned, Instrument instrument) {
        Position position = book.position(instrument);
        if (position.isEmpty()) {
            book.purse().move(LedgerAccount.SECURITIES, LedgerAccount.CASH, returned.amount());
            book.gain(position, returned.amount());
        } else {
            distribute(position, returned.amount());
        }
        return null;
    }

    /** So much per share to every lot: out of its basis, and a gain beyond that. */
    private void distribute(Position position, Money cash) {
        if (cash.isZero()) {
            return;
        }
        book.purse().move(position.account(), LedgerAccount.CASH, cash);
        Money cashLeft = cash;
        BigDecimal heldLeft = position.held();
        for (OpenLot lot : position.lots()) {
            Money part = Shares.of(cashLeft, lot.open(), heldLeft);
            cashLeft = cashLeft.minus(part);
            heldLeft = heldLeft.subtract(lot.open());
            Money basis = lot.openCost().minus(part);
            boolean beyond = basis.signum() < 0 && part.isPositive() && !lot.isShort();
            lot.become(lot.instrument(), lot.open(), beyond ? Money.ZERO : basis);
            if (beyond) {
                book.gain(lot, basis.negated());
            }
        }
    }

    private static String held(Position position) {
        return position.isEmpty() ? "none is held" : Shares.plain(position.held()) + " are held";
    }
}
