package io.alluse.intent;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which intents a trade fills (docs/rules.md 4.5, 5.6): those for its day first, the oldest first. */
final class FillRule {

    private FillRule() {}

    /** One after the other until all of the trade is used up; nothing where it is none that opens a position. */
    static List<Fill> fills(Activity trade, Collection<KeptIntent> intents) {
        if (intents.isEmpty() || !opens(trade)) {
            return List.of();
        }
        LocalDate day = trade.effective();
        List<KeptIntent> meant = intents.stream()
                .filter(intent -> isMeant(intent.order(), trade))
                .filter(intent -> isInTime(intent, day))
                .sorted(Comparator.comparing((KeptIntent intent) -> !intent.isFor(day))
                        .thenComparing(KeptIntent.OLDEST_FIRST))
                .toList();
        return filled(meant, trade);
    }

    /** Stock legs of options and trades that close are nobody's intent. */
    private static boolean opens(Activity trade) {
        return (trade.action() == Action.BUY || trade.action() == Action.SELL)
                && (trade.effect() == Effect.OPENS || trade.effect() == Effect.UNSAID)
                && trade.instrument() != null
                && trade.quantity().signum() != 0;
    }

    private static boolean isMeant(OrderIntent order, Activity trade) {
        Instrument instrument = trade.instrument();
        if (instrument == null || !instrument.underlying().equals(order.symbol())) {
            return false;
        }
        boolean bought = trade.quantity().signum() > 0;
        return switch (order.kind()) {
            case CONTRACTS -> !bought && instrument instanceof OptionContract option && option.right() == Right.PUT;
            case SHARES -> bought && instrument instanceof Share;
            case SALE, BUY_BACK -> false;
            case LEAPS ->
                bought
                        && instrument instanceof OptionContract option
                        && option.right() == Right.CALL
                        && isBetween(option.expiry(), order);
        };
    }

    private static boolean isBetween(LocalDate expiry, OrderIntent leaps) {
        return leaps.expiryFrom() != null
                && leaps.expiryTo() != null
                && !expiry.isBefore(leaps.expiryFrom())
                && !expiry.isAfter(leaps.expiryTo());
    }

    /** An open one may be filled on any day from the one it was made on; one that has expired only on days that were its own. */
    private static boolean isInTime(KeptIntent intent, LocalDate day) {
        return switch (intent.state()) {
            case OPEN -> !day.isBefore(intent.date());
            case EXPIRED -> intent.isFor(day);
            case FILLED, CANCELLED -> false;
        };
    }

    private static List<Fill> filled(List<KeptIntent> meant, Activity trade) {
        List<Fill> fills = new ArrayList<>(1);
        BigDecimal left = trade.quantity().abs();
        for (KeptIntent intent : meant) {
            Money unit = unit(intent.order().kind(), trade);
            BigDecimal part = intent.takes(left, unit);
            if (part.signum() > 0) {
                KeptIntent after = intent.filledBy(part, unit);
                fills.add(new Fill(after, part, after.spent().minus(intent.spent()), trade.effective()));
                left = left.subtract(part);
            }
        }
        return fills;
    }

    /** What one unit takes of its bucket: of what is bought the money, of a written put what it binds. */
    private static Money unit(IntentKind kind, Activity trade) {
        if (kind == IntentKind.CONTRACTS && trade.instrument() instanceof OptionContract put) {
            return Money.of(put.strike().multiply(put.multiplier()).setScale(Money.CENT, RoundingMode.UP));
        }
        return Money.of(trade.amount()
                .amount()
                .abs()
                .divide(trade.quantity().abs(), Money.MOST_DECIMALS, RoundingMode.HALF_UP));
    }
}
