package io.alluse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1            | 1.00        | 1
             1.5          | 1.50        | 1.5
             1.50000000   | 1.50        | 1.5
             0.12345678   | 0.12345678  | 0.12345678
             1E+3         | 1000.00     | 1000
             -0.00        | 0.00        | 0
             100.00       | 100.00      | 100
            """)
    void an_amount_is_shown_with_cents_and_hashed_without_zeros(String text, String shown, String canonical) {
        assertThat(Money.of(text)).hasToString(shown);
        assertThat(Money.of(text).canonical()).isEqualTo(canonical);
    }

    @Test
    void equal_amounts_are_equal_values_however_they_are_written() {
        assertThat(Money.of("1.5")).isEqualTo(Money.of("1.50000")).hasSameHashCodeAs(Money.ofCents(150));
        assertThat(Money.of("1E+2")).isEqualTo(Money.of("100.00"));
    }

    @Test
    void a_ninth_decimal_is_refused() {
        assertThatThrownBy(() -> Money.of("0.123456789"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("an amount has at most 8 decimals, was 0.123456789");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0.01  | 50     | 0.01
             0.01  | 49.99  | 0.00
             -0.01 | 50     | -0.01
             0.05  | 30     | 0.02
             0.15  | 30     | 0.05
             2000  | 30     | 600.00
             1.005 | 100    | 1.01
             33.33 | 33.333 | 11.11
             100   | 0      | 0.00
            """)
    void a_single_percentage_is_rounded_half_up_to_the_cent(String amount, String percent, String expected) {
        assertThat(Money.of(amount).percent(Percent.of(percent))).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1.019  | 1.01
             1.01   | 1.01
             -1.011 | -1.02
             0.0099 | 0.00
            """)
    void free_cash_is_floored_to_the_cent(String amount, String expected) {
        assertThat(Money.of(amount).floorToCent()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             10000000 | 20 30 50 | 2000000.00 3000000.00 5000000.00
             1000000  | 20 30 50 | 200000.00 300000.00 500000.00
             5000000  | 20 30 50 | 1000000.00 1500000.00 2500000.00
             250000   | 40 30 30 | 100000.00 75000.00 75000.00
             0.01     | 50 50    | 0.01 0.00
             0.03     | 50 50    | 0.02 0.01
             0.01     | 1 2      | 0.00 0.01
             -0.03    | 50 50    | -0.02 -0.01
             0        | 1 1      | 0.00 0.00
             1.00001  | 1 1      | 0.50001 0.50
            """)
    void a_split_gives_the_largest_remainder_first_and_ties_to_the_first_named(
            String amount, String weights, String expected) {
        assertThat(Money.of(amount).split(weights(weights)))
                .extracting(Money::toString)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_260_105, 987_654_321})
    void a_split_never_creates_or_loses_a_cent(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Money amount = Money.of(BigDecimal.valueOf(random.nextLong(-10_000_000_000L, 10_000_000_000L), 4));
            List<BigDecimal> weights = weights(random);

            List<Money> parts = amount.split(weights);

            assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(amount);
            assertThat(parts).allMatch(part -> part.signum() * amount.signum() >= 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_260_105, 987_654_321})
    void each_part_of_a_split_is_less_than_a_cent_off_its_share(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Money amount = Money.ofCents(random.nextLong(-1_000_000_000L, 1_000_000_000L));
            List<BigDecimal> weights = weights(random);
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            List<Money> parts = amount.split(weights);

            for (int i = 0; i < parts.size(); i++) {
                BigDecimal part = parts.get(i).amount().multiply(total);
                BigDecimal share = amount.amount().multiply(weights.get(i));
                assertThat(part.subtract(share).abs()).isLessThan(total.movePointLeft(Money.CENT));
            }
        }
    }

    private static List<BigDecimal> weights(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> BigDecimal.valueOf(1 + random.nextInt(10_000), random.nextInt(4)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0 0", "1 -1 5"})
    void weights_that_cannot_be_shared_by_are_refused(String weights) {
        assertThatThrownBy(() -> Money.of("1").split(weights(weights)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("weights must not be negative and must not all be zero, were");
    }

    @Test
    void no_weights_are_refused() {
        assertThatThrownBy(() -> Money.of("1").split(Collections.emptyList()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_differences_and_multiples_are_exact() {
        Money money = Money.of("0.1").plus(Money.of("0.2")).minus(Money.of("0.05"));

        assertThat(money).isEqualTo(Money.of("0.25"));
        assertThat(money.times(3)).isEqualTo(Money.of("0.75"));
        assertThat(money.negated()).isEqualTo(Money.of("-0.25"));
    }

    @Test
    void the_lesser_and_the_greater_of_two_are_told() {
        Money less = Money.of("1.00");
        Money more = Money.of("1.01");

        assertThat(less.min(more)).isEqualTo(less);
        assertThat(less.max(more)).isEqualTo(more);
        assertThat(less).isLessThan(more);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0          | 0.00          | false | true
             999.99     | 999.99        | true  | false
             1000       | 1,000.00      | true  | false
             -1000      | -1,000.00     | false | false
             1234567.89 | 1,234,567.89  | true  | false
             -999       | -999.00       | false | false
            """)
    void people_read_thousands_separators(String amount, String readable, boolean positive, boolean zero) {
        assertThat(Money.of(amount).readable()).isEqualTo(readable);
        assertThat(Money.of(amount).isPositive()).isEqualTo(positive);
        assertThat(Money.of(amount).isZero()).isEqualTo(zero);
    }

    private static List<BigDecimal> weights(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
