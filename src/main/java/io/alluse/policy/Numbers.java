package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    static final Type<Integer> VERSION = count(1, 9999);
    static final Type<Integer> DAYS = count(1, 366);
    static final Type<Integer> DAYS_OR_ZERO = count(0, 366);
    static final Type<Integer> LONG_DAYS = count(1, 1830);
    static final Type<Integer> YEARS = count(1, 100);
    static final Type<Integer> COUNT = count(1, 1000);

    static final Type<BigDecimal> FACTOR = decimal("0.01", "100");
    static final Type<BigDecimal> UNIT = decimal("0", "1");

    private static final int MOST_DIGITS = 20;
    private static final int PERCENT_DECIMALS = 4;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(_[0-9]{3})+)(\\.[0-9]{1,8})?");

    private Numbers() {}

    static <T> Type<Optional<T>> orNone(Type<T> type) {
        return new Type<>(
                "`none` or " + type.legal(),
                entry -> entry.isNone()
                        ? Optional.empty()
                        : Optional.of(type.reader().apply(entry)),
                value -> value.map(type.writer()).orElse(Type.NONE));
    }

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
        BigDecimal amount = number(entry, Money.CENT);
        if (amount.signum() <= 0) {
            throw Type.unfit();
        }
        return Money.of(amount);
    }

    private static Type<Percent> percent(String legal, long least, long most) {
        return percent(legal, Long.toString(least), Long.toString(most));
    }

    private static Type<Percent> percent(String legal, String least, String most) {
        Function<Entry, BigDecimal> reader = within(least, most, PERCENT_DECIMALS);
        return new Type<>(
                legal,
                entry -> Percent.of(reader.apply(entry)),
                percent -> percent.value().toPlainString());
    }

    private static Type<Integer> count(int least, int most) {
        Function<Entry, BigDecimal> reader = within(Integer.toString(least), Integer.toString(most), 0);
        return new Type<>(
                "a whole number from " + least + " to " + most,
                entry -> reader.apply(entry).intValueExact(),
                Object::toString);
    }

    private static Type<BigDecimal> decimal(String least, String most) {
        return new Type<>(
                "a number from " + least + " to " + most,
                within(least, most, PERCENT_DECIMALS),
                number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Function<Entry, BigDecimal> within(String least, String most, int decimals) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return entry -> {
            BigDecimal number = number(entry, decimals);
            if (number.compareTo(from) < 0 || number.compareTo(to) > 0) {
                throw Type.unfit();
            }
            return number;
        };
    }

    private static BigDecimal number(Entry entry, int decimals) {
        String text = entry.plain();
        if (text.length() > MOST_DIGITS || !NUMBER.matcher(text).matches()) {
            throw Type.unfit();
        }
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (number.stripTrailingZeros().scale() > decimals) {
            throw Type.unfit();
        }
        return number;
    }
}
