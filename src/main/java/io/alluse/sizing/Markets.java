package io.alluse.sizing;

import io.alluse.price.Price;
import io.alluse.price.Prices;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what is known of prices; of one date each price once, so that all accounts of a run are sized by the same. Safe for threads. */
public final class Markets {

    private static final int MOST_KEPT = 200_000;

    private final Prices prices;
    private volatile Known known = new Known(LocalDate.MIN);

    public Markets(Session session) {
        this.prices = new Prices(session);
    }

    private record Known(LocalDate date, Map<String, Optional<Price>> prices, Map<String, Calls> calls) {

        Known(LocalDate date) {
            this(date, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        boolean isOf(LocalDate other) {
            return date.equals(other) && prices.size() < MOST_KEPT;
        }
    }

    /** Of these instruments by canonical text, and of the calls on these underlyings. */
    public Market at(Collection<String> instruments, Collection<String> underlyings, LocalDate date) {
        Known now = known;
        if (!now.isOf(date)) {
            now = new Known(date);
            known = now;
        }
        return new Market(date, priced(now, instruments), calls(now, underlyings));
    }

    private Map<String, Price> priced(Known now, Collection<String> instruments) {
        Set<String> unread = new HashSet<>(instruments);
        unread.removeIf(now.prices()::containsKey);
        if (!unread.isEmpty()) {
            Map<String, Price> read = prices.at(unread, now.date());
            unread.forEach(symbol -> now.prices().putIfAbsent(symbol, Optional.ofNullable(read.get(symbol))));
        }
        Map<String, Price> priced = new HashMap<>();
        for (String symbol : instruments) {
            now.prices().getOrDefault(symbol, Optional.empty()).ifPresent(price -> priced.put(symbol, price));
        }
        return priced;
    }

    private Map<String, Calls> calls(Known now, Collection<String> underlyings) {
        Map<String, Calls> calls = new HashMap<>();
        for (String underlying : underlyings) {
            calls.put(underlying, now.calls().computeIfAbsent(underlying, one -> read(one, now.date())));
        }
        return calls;
    }

    private Calls read(String underlying, LocalDate date) {
        return Calls.of(underlying, prices.calls(underlying, date));
    }
}
