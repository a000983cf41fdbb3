package io.alluse.fork;

import java.math.BigDecimal;
import java.util.List;

/** A scored decision: the factors and what they come to. */
record Score(BigDecimal value, Verdict verdict, List<Factor> factors) {

    Score {
        factors = List.copyOf(factors);
    }

    /** What the score leads to. */
    enum Verdict {
        EXECUTE,
        APPROVE,
        REVIEW
    }
}
