package io.alluse.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact amount of US dollars with two to eight decimals; equal amounts are equal values.
 *
 * <p>Results of rules are cut to the cent by {@link #percent}, {@link #split} or {@link #floorToCent}; what brokers report keeps
 * its decimals.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final int CENT = 2;
    public static final int MOST_DECIMALS = 8;
    public static final Money ZERO = new Money(new BigDecimal("0.00"));

    public Money {
        amount = normal(amount);
    }

    private static BigDecimal normal(BigDecimal amount) {
        if (amount.scale() == CENT) {
            return amount;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS) {
            throw new ArithmeticException(
                    "an amount has at most " + MOST_DECIMALS + " decimals, was " + amount.toPlainString());
        }
        return plain.scale() < CENT ? plain.setScale(CENT, RoundingMode.UNNECESSARY) : plain;
    }

    public static Money of(BigDecimal amount) {
        return new Money(amount);
    }

    public static Money of(String text) {
        return new Money(new BigDecimal(text));
    }

    public static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, CENT));
    }

    public Money plus(Money other) {
        // most balances of most accounts are zero
        return other.isZero() ? this : isZero() ? other : new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return other.isZero() ? this : new Money(amount.subtract(other.amount));
    }

    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    public Money abs() {
        return signum() < 0 ? negated() : this;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** A single percentage of this amount, half-up to the cent. */
    public Money percent(Percent percent) {
        return new Money(amount.multiply(percent.value()).scaleByPowerOfTen(-2).setScale(CENT, RoundingMode.HALF_UP));
    }

    public Money floorToCent() {
        return new Money(amount.setScale(CENT, RoundingMode.FLOOR));
    }

    /**
     * Parts in proportion to the weights: largest remainder to the cent, ties to the part named first; the parts add up to
     * this amount. Fractions of a cent, which only brokers' amounts have, stay with the first part.
     */
    public List<Money> split(List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.stream().anyMatch(weight -> weight.signum() < 0) || total.signum() <= 0) {
            throw new IllegalArgumentException(
                    "weights must not be negative and must not all be zero, were " + weights);
        }
        if (signum() < 0) {
            return negated().split(weights).stream().map(Money::negated).toList();
        }
        BigInteger cents = amount.setScale(CENT, RoundingMode.DOWN).unscaledValue();
        int scale =
                Math.max(0, weights.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        BigInteger whole = total.setScale(scale).unscaledValue();
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long left = cents.longValueExact();
        for (int i = 0; i < parts.length; i++) {
            BigInteger weight = weights.get(i).setScale(scale).unscaledValue();
            BigInteger[] share = cents.multiply(weight).divideAndRemainder(whole);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = indexOfLargest(remainders);
            parts[largest]++;
            remainders[largest] = BigInteger.ONE.negate();
        }
        List<Money> split = new ArrayList<>(parts.length);
        for (long part : parts) {
            split.add(ofCents(part));
        }
        Money fraction = minus(ofCents(cents.longValueExact()));
        split.set(0, split.getFirst().plus(fraction));
        return List.copyOf(split);
    }

    private static int indexOfLargest(BigInteger[] remainders) {
        int largest = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i].compareTo(remainders[largest]) > 0) {
                largest = i;
            }
        }
        return largest;
    }

    public int signum() {
        return amount.signum();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** Without trailing zeros and exponent: the form that hashes cover. */
    public String canonical() {
        String plain = amount.toPlainString();
        int end = plain.length();
        while (plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.substring(0, plain.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** With thousands separators, for people. */
    public String readable() {
        String plain = toString();
        int point = plain.indexOf('.');
        int start = plain.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = point - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
