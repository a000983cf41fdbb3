package io.alluse.holding;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.instrument.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By what an assigned or exercised option and the trade in its shares know each other; brokers never link the two. */
record DeliveryKey(String symbol, boolean buys, boolean assigned, BigDecimal strike, LocalDate date) {

    DeliveryKey {
        strike = strike.stripTrailingZeros();
    }

    /** The shares are bought by whoever wrote the put or held the call. */
    static DeliveryKey of(Activity removal, OptionContract option) {
        boolean assigned = removal.action() == Action.ASSIGNED;
        boolean buys = assigned == (option.right() == Right.PUT);
        return new DeliveryKey(option.underlying(), buys, assigned, option.strike(), removal.effective());
    }

    /** Of the stock leg; none where it is no trade in shares or has no price. */
    static @Nullable DeliveryKey of(Activity leg) {
        BigDecimal price = leg.price();
        return leg.instrument() instanceof Share share && price != null
                ? new DeliveryKey(
                        share.symbol(),
                        leg.action() == Action.BUY,
                        leg.effect() == Effect.OF_ASSIGNMENT,
                        price,
                        leg.effective())
                : null;
    }

    /** The effect that removal and leg have in common. */
    Effect effect() {
        return assigned ? Effect.OF_ASSIGNMENT : Effect.OF_EXERCISE;
    }
}
