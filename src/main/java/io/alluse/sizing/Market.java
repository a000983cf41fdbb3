package io.alluse.sizing;

import io.alluse.price.Price;
import java.time.LocalDate;
import java.util.Map;

/**
 * What is known of prices on a date.
 *
 * @param prices the last one at or before the date, however old, by canonical text
 * @param calls by underlying
 */
public record Market(LocalDate date, Map<String, Price> prices, Map<String, Calls> calls) {

    /** By a policy that takes prices of at most this age in calendar days. */
    public Quote quote(String symbol, int maxAge) {
        return Quote.of(prices.get(symbol), date, maxAge);
    }

    public Calls callsOn(String underlying) {
        return calls.getOrDefault(underlying, Calls.NONE);
    }
}
