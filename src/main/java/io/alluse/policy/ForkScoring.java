package io.alluse.policy;

import io.alluse.money.Percent;
import java.math.BigDecimal;

/** The weights, scales and thresholds of a scored fork decision; scores run from 0 to 1. */
public record ForkScoring(
        Weights weights,
        BigDecimal executeAt,
        BigDecimal approveAt,
        BigDecimal withoutData,
        Market market,
        Performance performance,
        Timing timing) {

    /** Parts of the score that add up to 1. */
    public record Weights(BigDecimal market, BigDecimal performance, BigDecimal load, BigDecimal timing) {}

    /** Annualized volatility over this many days: 1 at or below calm, 0 at or above wild, linear between. */
    public record Market(int volatilityDays, Percent calm, Percent wild) {}

    /** What counts as full marks for return and weeks, and as none for drawdown. */
    public record Performance(Percent fullReturn, int weeks, Percent worstDrawdown) {}

    /** What is taken off in the last business days of a quarter and on an early-close day. */
    public record Timing(int quarterEndDays, BigDecimal quarterEndPenalty, BigDecimal earlyClosePenalty) {}
}
