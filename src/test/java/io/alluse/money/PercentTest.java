package io.alluse.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             30     | 30%
             30.00  | 30%
             1E+2   | 100%
             0.0    | 0%
             12.50  | 12.5%
             -3     | -3%
            """)
    void equal_percentages_are_equal_values_however_they_are_written(String text, String shown) {
        assertThat(Percent.of(text))
                .hasToString(shown)
                .isEqualTo(Percent.of(shown.replace("%", "")))
                .hasSameHashCodeAs(Percent.of(shown.replace("%", "")));
    }

    @Test
    void percentages_add_up_exactly() {
        Percent third = Percent.of("33.3333");

        assertThat(third.plus(third).plus(Percent.of("33.3334"))).isEqualTo(Percent.HUNDRED);
        assertThat(Percent.HUNDRED.minus(Percent.of("0.01"))).isEqualTo(Percent.of("99.99"));
    }

    @Test
    void percentages_are_ordered_by_value() {
        assertThat(Percent.of("9.9")).isLessThan(Percent.of("10"));
        assertThat(Percent.of("-1").signum()).isNegative();
        assertThat(Percent.ZERO.signum()).isZero();
    }
}
