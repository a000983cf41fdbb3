package io.alluse.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage, exact: {@code Percent.of("30")} is thirty percent. */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    public static final Percent ZERO = of("0");
    public static final Percent HUNDRED = of("100");

    public Percent {
        BigDecimal plain = value.stripTrailingZeros();
        value = plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    public static Percent of(String text) {
        return new Percent(new BigDecimal(text));
    }

    public static Percent of(BigDecimal value) {
        return new Percent(value);
    }

    public Percent plus(Percent other) {
        return new Percent(value.add(other.value));
    }

    public Percent minus(Percent other) {
        return new Percent(value.subtract(other.value));
    }

    public int signum() {
        return value.signum();
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + "%";
    }
}
