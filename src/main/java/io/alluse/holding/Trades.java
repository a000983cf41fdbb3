package io.alluse.holding;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Purchases and sales, those among them that follow from an option. */
final class Trades {

    private final Book book;
    private final Deliveries deliveries;

    Trades(Book book, Deliveries deliveries) {
        this.book = book;
        this.deliveries = deliveries;
    }

    /** Why it is refused, or null. */
    @Nullable
    String take(Activity trade, Instrument instrument) {
        BigDecimal quantity = trade.quantity();
        if (quantity.signum() != (trade.action() == Action.BUY ? 1 : -1)) {
            return (trade.action() == Action.BUY ? "what is bought arrives" : "what is sold leaves")
                    + ", but the quantity is " + Shares.plain(quantity);
        }
        Money carried = Money.ZERO;
        if (trade.effect() == Effect.OF_ASSIGNMENT || trade.effect() == Effect.OF_EXERCISE) {
            Money owed = deliveries.take(DeliveryKey.of(trade), quantity.abs());
            if (owed == null) {
                return withoutOption(trade, instrument);
            }
            carried = owed;
        }
        book.trade(instrument, quantity, trade.amount(), carried, Bucket.of(trade, instrument));
        return null;
    }

    private static String withoutOption(Activity trade, Instrument instrument) {
        return "follows from an option, but none on " + instrument + " was "
                + (trade.effect() == Effect.OF_ASSIGNMENT ? "assigned" : "exercised") + " on " + trade.effective()
                + " at this price for " + Shares.plain(trade.quantity().abs()) + " units";
    }
}
