package io.alluse.holding;

import io.alluse.activity.Activity;
import io.alluse.holding.Closing.How;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money and holdings that come from outside or go there; what we have announced ourselves never gets here (docs/rules.md 4.2). */
final class Transfers {

    private final Book book;
    private final LedgerAccount outgoing;

    Transfers(Book book, LedgerAccount outgoing) {
        this.book = book;
        this.outgoing = outgoing;
    }

    /** A deposit taken back is money that leaves, whatever its name. */
    void money(Money amount) {
        if (amount.signum() < 0) {
            leave(LedgerAccount.CASH, amount.negated());
        } else {
            book.purse().move(LedgerAccount.CAPITAL, LedgerAccount.CASH, amount);
            book.purse().contribute(amount);
        }
    }

    /** In suspense nothing has left yet: a person says what it was. */
    private void leave(LedgerAccount from, Money amount) {
        book.purse().move(from, outgoing, amount);
        if (outgoing == LedgerAccount.WITHDRAWALS) {
            book.purse().contribute(amount.negated());
        }
    }

    /** Why it is refused, or null. */
    @Nullable
    String inKind(Activity transfer, Instrument instrument) {
        Position position = book.position(instrument);
        BigDecimal quantity = transfer.quantity();
        if (position.isOpposedBy(quantity)) {
            if (quantity.abs().compareTo(position.units()) > 0) {
                return tooMuch(quantity, position);
            }
            leave(position.account(), book.closeAtCost(position, quantity.abs(), How.TRANSFER));
        } else if (quantity.signum() < 0 && !(instrument instanceof OptionContract)) {
            return tooMuch(quantity, position);
        } else {
            arrive(instrument, quantity, basis(transfer, instrument));
        }
        money(transfer.amount());
        return null;
    }

    private static String tooMuch(BigDecimal quantity, Position position) {
        return Shares.plain(quantity.abs()) + " " + position.instrument() + " leave, but "
                + (position.isEmpty() ? "none is held" : Shares.plain(position.held()) + " are held");
    }

    private void arrive(Instrument instrument, BigDecimal quantity, @Nullable Money basis) {
        if (basis == null) {
            book.note(instrument + " arrives without a basis and counts as if it had cost nothing");
        }
        Money cost = basis == null ? Money.ZERO : quantity.signum() < 0 ? basis.negated() : basis;
        book.purse().move(LedgerAccount.CAPITAL, Position.account(instrument, quantity), cost);
        book.purse().contribute(cost);
        book.open(instrument, book.date(), quantity, cost);
    }

    /** As given; else what it was worth at the price on the line. */
    private static @Nullable Money basis(Activity transfer, Instrument instrument) {
        BigDecimal price = transfer.price();
        if (transfer.basis() != null || price == null) {
            return transfer.basis();
        }
        BigDecimal worth = price.multiply(transfer.quantity().abs()).multiply(instrument.multiplier());
        return Shares.cent(worth);
    }
}
