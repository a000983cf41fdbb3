package io.alluse.price;

import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The prices that have been loaded. */
public final class Prices {

    private final PriceStore store;

    public Prices(Session session) {
        this.store = new PriceStore(session);
    }

    /**
     * The last price of each of these instruments, by canonical text, at or before a date, however old; one without any is left out. One
     * query.
     */
    public Map<String, Price> at(Collection<String> instruments, LocalDate date) {
        return instruments.isEmpty() ? Map.of() : store.at(instruments, date);
    }

    /** The last price of each call on an underlying at or before a date, at most a year old. */
    public List<Price> calls(String underlying, LocalDate date) {
        return store.calls(underlying.replace(".", ""), date);
    }

    /** Of one instrument between two dates, the newest first, at most so many. */
    public List<Price> list(String instrument, LocalDate from, LocalDate to, int limit) {
        return store.list(instrument, from, to, limit);
    }
}
