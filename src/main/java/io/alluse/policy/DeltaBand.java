package io.alluse.policy;

import java.math.BigDecimal;

/** A band of option deltas in hundredths, both ends included: {@code 40-50} is 0.40 to 0.50. */
public record DeltaBand(int from, int to) {

    public DeltaBand {
        Range.check("delta", from, to, 1, 99);
    }

    /** The lower end as a delta: {@code 0.40}. */
    public BigDecimal low() {
        return BigDecimal.valueOf(from, 2);
    }

    public BigDecimal high() {
        return BigDecimal.valueOf(to, 2);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
