package io.alluse.sizing;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.price.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The priced calls on one underlying. Answers are remembered, since the accounts of a run ask the same. Safe for threads. */
public final class Calls {

    public static final Calls NONE = new Calls(List.of());

    private record Call(OptionContract contract, Price price) {}

    /**
     * Which calls are looked for.
     *
     * @param above the strikes, so that what is in the money is left out
     * @param pricedFrom the first day whose prices are not too old
     */
    public record Wanted(LocalDate expiryFrom, LocalDate expiryTo, BigDecimal above, LocalDate pricedFrom) {}

    /** The dearest of them, so that a budget buys at least as many of any other, and when they expire. */
    public record Offer(BigDecimal price, LocalDate priceDate, NavigableSet<LocalDate> expiries) {}

    private final List<Call> calls;
    private final Map<Wanted, Optional<Offer>> known = new ConcurrentHashMap<>();

    private Calls(List<Call> calls) {
        this.calls = calls;
    }

    /** Of prices of anything, those that are of a usual call on this underlying. */
    public static Calls of(String underlying, Collection<Price> prices) {
        List<Call> calls = new ArrayList<>();
        for (Price price : prices) {
            if (Instrument.parse(price.symbol()) instanceof OptionContract contract && isCall(contract, underlying)) {
                calls.add(new Call(contract, price));
            }
        }
        return new Calls(List.copyOf(calls));
    }

    private static boolean isCall(OptionContract contract, String underlying) {
        return contract.right() == Right.CALL
                && contract.underlying().equals(underlying)
                && contract.multiplier().compareTo(OptionContract.USUAL_MULTIPLIER) == 0;
    }

    public Optional<Offer> offer(Wanted wanted) {
        return calls.isEmpty() ? Optional.empty() : known.computeIfAbsent(wanted, this::look);
    }

    private Optional<Offer> look(Wanted wanted) {
        NavigableSet<LocalDate> expiries = new TreeSet<>();
        Price dearest = null;
        for (Call call : calls) {
            if (fits(call, wanted)) {
                expiries.add(call.contract().expiry());
                dearest =
                        dearest == null || call.price().close().compareTo(dearest.close()) > 0 ? call.price() : dearest;
            }
        }
        return dearest == null ? Optional.empty() : Optional.of(new Offer(dearest.close(), dearest.date(), expiries));
    }

    private static boolean fits(Call call, Wanted wanted) {
        LocalDate expiry = call.contract().expiry();
        return !expiry.isBefore(wanted.expiryFrom())
                && !expiry.isAfter(wanted.expiryTo())
                && call.contract().strike().compareTo(wanted.above()) > 0
                && call.price().close().signum() > 0
                && !call.price().date().isBefore(wanted.pricedFrom());
    }
}
