package io.alluse.sizing;

import io.alluse.price.Prices;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Reads what is known of prices; of one date each price once, so that all accounts of a run are sized by the same. Safe for threads. */
public final class Markets {

    private final Prices prices;

    public Markets(Session session) {
        this.prices = new Prices(session);
    }

    /** Of these instruments by canonical text, and of the calls on these underlyings. */
    public Market at(Collection<String> instruments, Collection<String> underlyings, LocalDate date) {
        return new Market(date, prices.at(instruments, date), Map.of());
    }
}
