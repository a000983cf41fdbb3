package io.alluse.sizing;

import io.alluse.holding.Shares;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.lot.Held;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account has in each underlying it holds something of (docs/rules.md 2.6). */
public final class Exposures {

    private final SortedMap<String, Exposure> byUnderlying;

    private Exposures(SortedMap<String, Exposure> byUnderlying) {
        this.byUnderlying = byUnderlying;
    }

    /** At marks of at most this age in calendar days; what has no such mark counts at cost. */
    public static Exposures of(List<Held> held, Market market, int maxAge) {
        SortedMap<String, Exposure> byUnderlying = new TreeMap<>();
        for (Held one : held) {
            byUnderlying.merge(one.instrument().underlying(), exposure(one, market, maxAge), Exposure::plus);
        }
        return new Exposures(byUnderlying);
    }

    private static Exposure exposure(Held held, Market market, int maxAge) {
        boolean written = held.quantity().signum() < 0 && held.instrument() instanceof OptionContract;
        if (!written) {
            return new Exposure(owned(held, market.quote(held.instrument().canonical(), maxAge)), Money.ZERO);
        }
        OptionContract option = (OptionContract) held.instrument();
        return option.right() == Right.PUT ? new Exposure(Money.ZERO, bound(option, held)) : Exposure.NOTHING;
    }

    private static Money owned(Held held, Quote quote) {
        BigDecimal close = quote.usable();
        Instrument instrument = held.instrument();
        return close == null
                ? held.cost().max(held.cost().negated())
                : Shares.cent(close.multiply(instrument.multiplier())
                        .multiply(held.quantity().abs()));
    }

    private static Money bound(OptionContract option, Held held) {
        return Money.of(option.strike()
                .multiply(option.multiplier())
                .multiply(held.quantity().abs())
                .setScale(Money.CENT, RoundingMode.UP));
    }

    /** Nothing, where nothing of it is held. */
    public Money of(String underlying) {
        return byUnderlying.getOrDefault(underlying, Exposure.NOTHING).total();
    }

    /** By underlying; written calls count as a position too, though they add no money to it. */
    public Map<String, Exposure> all() {
        return byUnderlying;
    }

    /** The underlyings, for whoever adds to them. */
    public SortedSet<String> underlyings() {
        return new TreeSet<>(byUnderlying.keySet());
    }
}
