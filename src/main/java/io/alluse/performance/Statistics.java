package io.alluse.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** What a series of periodic returns comes to, all as fractions: 0.05 is five percent. */
final class Statistics {

    /** So many digits fit into one machine word, which keeps a million accounts cheap; rounding costs about 10⁻¹⁵ in a year. */
    private static final MathContext DIGITS = new MathContext(18);

    private static final int MOST_STEPS = 64;

    private Statistics() {}

    /** What one dollar has become. */
    static BigDecimal growth(List<BigDecimal> returns) {
        BigDecimal growth = BigDecimal.ONE;
        for (BigDecimal one : returns) {
            growth = growth.multiply(BigDecimal.ONE.add(one), DIGITS);
        }
        return growth;
    }

    /** The steady yearly return that comes to the same: what is lost as a whole is −1. */
    static BigDecimal annualized(List<BigDecimal> returns, int perYear) {
        BigDecimal growth = growth(returns);
        return growth.signum() <= 0
                ? BigDecimal.ONE.negate()
                : root(growth.pow(perYear, DIGITS), returns.size()).subtract(BigDecimal.ONE);
    }

    /** By Newton's method, from a side on which it only falls. */
    private static BigDecimal root(BigDecimal power, int n) {
        BigDecimal all = BigDecimal.valueOf(n);
        BigDecimal root = start(power, n);
        for (int i = 0; i < MOST_STEPS; i++) {
            BigDecimal step = root.subtract(power.divide(root.pow(n - 1, DIGITS), DIGITS), DIGITS)
                    .divide(all, DIGITS);
            root = root.subtract(step, DIGITS);
            if (step.movePointRight(DIGITS.getPrecision() - 2).abs().compareTo(root) < 0) {
                break;
            }
        }
        return root;
    }

    /** A guess good to some fifteen digits, by logarithms. */
    private static BigDecimal start(BigDecimal power, int n) {
        int exponent = power.precision() - power.scale();
        double mantissa = power.movePointLeft(exponent).doubleValue();
        double log = StrictMath.log(mantissa) + exponent * StrictMath.log(10);
        return BigDecimal.valueOf(StrictMath.exp(log / n));
    }

    /** The standard deviation of a sample, over a year, exact up to the last division; fewer than two returns say nothing: zero. */
    static BigDecimal volatility(List<BigDecimal> returns, int perYear) {
        int n = returns.size();
        if (n < 2) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (BigDecimal one : returns) {
            sum = sum.add(one);
            squares = squares.add(one.multiply(one));
        }
        BigDecimal all = BigDecimal.valueOf(n);
        return all.multiply(squares)
                .subtract(sum.multiply(sum))
                .multiply(BigDecimal.valueOf(perYear))
                .divide(all.multiply(BigDecimal.valueOf(n - 1L)), DIGITS)
                .sqrt(DIGITS);
    }

    /** The greatest fall from a peak, the beginning being one: a quarter lost is 0.25. */
    static BigDecimal drawdown(List<BigDecimal> returns) {
        BigDecimal wealth = BigDecimal.ONE;
        BigDecimal peak = wealth;
        BigDecimal worst = BigDecimal.ZERO;
        BigDecimal least = wealth;
        for (BigDecimal one : returns) {
            wealth = wealth.multiply(BigDecimal.ONE.add(one), DIGITS);
            if (wealth.compareTo(peak) > 0) {
                peak = wealth;
                least = peak.multiply(BigDecimal.ONE.subtract(worst), DIGITS);
            } else if (wealth.compareTo(least) < 0) {
                least = wealth;
                worst = worst.max(BigDecimal.ONE.subtract(wealth.divide(peak, DIGITS)));
            }
        }
        return worst;
    }
}
