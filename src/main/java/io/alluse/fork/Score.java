package io.alluse.fork;

import java.math.BigDecimal;
import java.util.List;

/** A scored decision: the factors and what they come to. */
public record Score(BigDecimal value, Verdict verdict, List<Factor> factors) {

    public Score {
        factors = List.copyOf(factors);
    }

    /** What the score leads to. */
    public enum Verdict {
        EXECUTE,
        APPROVE,
        REVIEW
    }
}
