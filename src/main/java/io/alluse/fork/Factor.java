package io.alluse.fork;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** One of the factors of a score, from 0 to 1, with what it was worked out from; flagged where there was no data. */
public record Factor(
        String name, BigDecimal weight, BigDecimal value, boolean withoutData, SortedMap<String, String> inputs) {

    public Factor {
        inputs = new TreeMap<>(inputs);
    }

    BigDecimal weighted() {
        return weight.multiply(value);
    }
}
