package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.yaml.Entry;
import io.alluse.yaml.Figures;
import io.alluse.yaml.Type;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.function.Function;

/** The numeric types: written plainly, no exponents, no leading zeros, {@code 10_000_000} allowed. */
final class Numbers {

    static final Type<Money> MONEY =
            new Type<>("a positive amount in dollars and cents", Numbers::money, Money::canonical);
    static final Type<Money> MONEY_OR_NONE = new Type<>(
            "`none` or a positive amount in dollars and cents",
            entry -> entry.isNone() ? Money.ZERO : money(entry),
            money -> money.isZero() ? Type.NONE : money.canonical());

    static final Type<Percent> PERCENT = percent("a percentage from 0 to 100", 0, 100);
    static final Type<Percent> PERCENT_BELOW_100 = percent("a percentage from 0 to 99.9999, below 100", "0", "99.9999");
    static final Type<Percent> PERCENT_ABOVE_0 = percent("a percentage above 0, up to 100", "0.0001", "100");

    static final Type<Integer> VERSION = Figures.count(1, 9999);
    static final Type<Integer> DAYS = Figures.count(1, 366);
    static final Type<Integer> DAYS_OR_ZERO = Figures.count(0, 366);
    static final Type<Integer> LONG_DAYS = Figures.count(1, 1830);
    static final Type<Integer> YEARS = Figures.count(1, 100);
    static final Type<Integer> COUNT = Figures.count(1, 1000);

    static final Type<BigDecimal> FACTOR = decimal("0.01", "100");
    static final Type<BigDecimal> UNIT = decimal("0", "1");

    private static final int PERCENT_DECIMALS = 4;

    private Numbers() {}

    /** A count, or a word that stands for there being none. */
    static Type<OptionalInt> countOr(String word, Type<Integer> count) {
        return new Type<>(
                "`" + word + "` or " + count.legal(),
                entry -> entry.plain().equals(word)
                        ? OptionalInt.empty()
                        : OptionalInt.of(count.reader().apply(entry)),
                value -> value.isEmpty() ? word : count.write(value.getAsInt()));
    }

    private static Money money(Entry entry) {
        BigDecimal amount = Figures.number(entry, Money.CENT);
        if (amount.signum() <= 0) {
            throw Type.unfit();
        }
        return Money.of(amount);
    }

    private static Type<Percent> percent(String legal, long least, long most) {
        return percent(legal, Long.toString(least), Long.toString(most));
    }

    private static Type<Percent> percent(String legal, String least, String most) {
        Function<Entry, BigDecimal> reader = Figures.within(least, most, PERCENT_DECIMALS);
        return new Type<>(
                legal,
                entry -> Percent.of(reader.apply(entry)),
                percent -> percent.value().toPlainString());
    }

    private static Type<BigDecimal> decimal(String least, String most) {
        return new Type<>(
                "a number from " + least + " to " + most,
                Figures.within(least, most, PERCENT_DECIMALS),
                number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
}
