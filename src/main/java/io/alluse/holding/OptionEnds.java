package io.alluse.holding;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.holding.Closing.How;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Options that end otherwise than by a trade; brokers disagree on the sign of what ends, so the position decides which side it is. */
final class OptionEnds {

    private final Book book;
    private final Deliveries deliveries;

    OptionEnds(Book book, Deliveries deliveries) {
        this.book = book;
        this.deliveries = deliveries;
    }

    /** Expired, or settled in money. Why it is refused, or null. */
    @Nullable
    String end(Activity end, Instrument instrument) {
        Position position = book.position(instrument);
        String notHeld = notHeld(end, position);
        if (notHeld != null) {
            return notHeld;
        }
        How how = end.action() == Action.EXPIRED ? How.EXPIRY : How.CASH_SETTLEMENT;
        book.closeFor(position, end.quantity().abs(), end.amount(), Money.ZERO, how);
        return null;
    }

    /** Assigned or exercised: what it had cost, or brought, waits in SECURITIES for the trade in its shares. Why it is refused, or null. */
    @Nullable
    String deliver(Activity removal, Instrument instrument) {
        Position position = book.position(instrument);
        String notHeld = notHeld(removal, position);
        if (notHeld != null) {
            return notHeld;
        }
        boolean assigned = removal.action() == Action.ASSIGNED;
        if (position.isShort() != assigned) {
            return (assigned ? "only what was written is assigned, " : "only what was bought is exercised, ")
                    + instrument + " is held " + (assigned ? "long" : "short");
        }
        if (!(instrument instanceof OptionContract option) || !isJoined(removal)) {
            return withoutShares(removal, instrument);
        }
        carry(removal, option, position);
        return null;
    }

    /** {@link DayOrder} has found the trade in its shares. */
    private static boolean isJoined(Activity removal) {
        return removal.effect() == Effect.OF_ASSIGNMENT || removal.effect() == Effect.OF_EXERCISE;
    }

    private void carry(Activity removal, OptionContract option, Position position) {
        BigDecimal contracts = removal.quantity().abs();
        LedgerAccount account = position.account();
        Money cost = book.closeAtCost(position, contracts, How.INTO_SHARES);
        if (account != LedgerAccount.SECURITIES) {
            book.purse().move(account, LedgerAccount.SECURITIES, cost);
        }
        book.purse().move(LedgerAccount.SECURITIES, LedgerAccount.CASH, removal.amount());
        DeliveryKey key = DeliveryKey.of(removal, option);
        deliveries.put(key, contracts.multiply(option.multiplier()), cost.minus(removal.amount()), book.line());
    }

    private static @Nullable String notHeld(Activity end, Position position) {
        BigDecimal units = end.quantity().abs();
        if (units.signum() == 0) {
            return "the quantity that ended is missing";
        }
        return units.compareTo(position.units()) <= 0
                ? null
                : Shares.plain(units) + " " + position.instrument() + " ended, but "
                        + (position.isEmpty()
                                ? "none is held"
                                : "only " + Shares.plain(position.units()) + " are held");
    }

    private static String withoutShares(Activity removal, Instrument instrument) {
        String what = instrument + " was " + (removal.action() == Action.ASSIGNED ? "assigned" : "exercised");
        if (!(instrument instanceof OptionContract option)) {
            return what + "; what it delivers cannot be told from its name";
        }
        DeliveryKey key = DeliveryKey.of(removal, option);
        return what + ", but no " + (key.buys() ? "purchase" : "sale") + " of "
                + Shares.plain(removal.quantity().abs().multiply(option.multiplier())) + " " + key.symbol() + " at "
                + option.strike().toPlainString() + " on " + key.date() + " goes with it";
    }
}
