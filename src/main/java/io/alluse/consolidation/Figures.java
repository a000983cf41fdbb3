package io.alluse.consolidation;

import io.alluse.performance.CloseSeries;
import io.alluse.policy.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the closes of an account come to, in percent.
 *
 * @param days of closes
 * @param current whether the last close is not too old
 * @param idleDays for how many closes running cash that nothing binds has been too much of the net worth
 */
record Figures(
        int days, boolean current, BigDecimal annualized, BigDecimal volatility, BigDecimal drawdown, int idleDays) {

    static final Figures NONE = new Figures(0, false, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    static Figures of(CloseSeries series, Policy policy, LocalDate date) {
        return new Figures(
                series.days(),
                series.reaches(date, policy.maxPriceAgeDays()),
                series.annualized(),
                series.volatility(),
                series.drawdown(),
                series.idleDays(policy.consolidation().triggers().unusedCash()));
    }

    /** Whether enough days have been closed, up to now, to say anything. */
    boolean isEnough(int closesNeeded) {
        return current && days >= closesNeeded;
    }
}
