package io.alluse.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alluse.performance.MetricsCases.Case;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns, volatility and drawdown, against other people's figures and against laws. */
class StatisticsTest {

    static Stream<Case> totals() {
        return MetricsCases.of("total_return").filter(Case::hasReturns);
    }

    static Stream<Case> annualized() {
        return MetricsCases.of("annualized_return").filter(Case::hasReturns);
    }

    static Stream<Case> volatilities() {
        return MetricsCases.of("volatility_annualized").filter(Case::hasReturns);
    }

    static Stream<Case> drawdowns() {
        return MetricsCases.of("max_drawdown").filter(Case::hasReturns);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("totals")
    void growth_agrees_with_other_programs(Case one) {
        agrees(one, Statistics.growth(one.returns(true)).subtract(BigDecimal.ONE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("annualized")
    void annualized_returns_agree_with_other_programs(Case one) {
        agrees(one, Statistics.annualized(one.returns(true), one.perYear()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("volatilities")
    void volatility_agrees_with_other_programs(Case one) {
        agrees(one, Statistics.volatility(one.returns(false), one.perYear()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawdowns")
    void drawdown_agrees_with_other_programs(Case one) {
        assertThat(Statistics.drawdown(one.returns(true)))
                .isCloseTo(one.expected().abs(), within(one.tolerance()));
    }

    @Test
    void the_cases_are_there() {
        assertThat(totals()).hasSize(1);
        assertThat(annualized()).hasSize(3);
        assertThat(volatilities()).hasSize(4);
        assertThat(drawdowns()).hasSize(3);
    }

    private static void agrees(Case one, BigDecimal ours) {
        assertThat(ours).isCloseTo(one.expected(), within(one.tolerance()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             RETURNS        | GROWTH | DRAWDOWN
             0              | 1      | 0
             0.5            | 1.5    | 0
             -1             | 0      | 1
             -1 0.5         | 0      | 1
             0.1 -0.1 0.1   | 1.089  | 0.1
             -0.2 0.5 -0.5  | 0.6    | 0.5
            """, useHeadersInDisplayName = true)
    void the_edges(String returns, BigDecimal growth, BigDecimal drawdown) {
        List<BigDecimal> all =
                Arrays.stream(returns.split(" ")).map(BigDecimal::new).toList();
        assertThat(Statistics.growth(all)).isEqualByComparingTo(growth);
        assertThat(Statistics.drawdown(all)).isEqualByComparingTo(drawdown);
    }

    @Test
    void what_is_lost_as_a_whole_is_minus_one_and_a_single_return_varies_by_nothing() {
        assertThat(Statistics.annualized(List.of(BigDecimal.ONE.negate()), 252)).isEqualByComparingTo("-1");
        assertThat(Statistics.volatility(List.of(BigDecimal.ONE), 252)).isZero();
        assertThat(Statistics.volatility(List.of(), 252)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void laws_of_random_years(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<BigDecimal> returns = new ArrayList<>();
            int days = 1 + random.nextInt(300);
            for (int day = 0; day < days; day++) {
                returns.add(BigDecimal.valueOf(random.nextInt(2_001) - 1_000, 4));
            }
            BigDecimal yearly = Statistics.annualized(returns, 252).add(BigDecimal.ONE);
            assertThat(yearly.pow(days, MathContext.DECIMAL128))
                    .as("n years of it are what 252 times the growth are")
                    .satisfies(all -> assertThat(all.divide(
                                    Statistics.growth(returns).pow(252, MathContext.DECIMAL128),
                                    MathContext.DECIMAL128))
                            .isCloseTo(BigDecimal.ONE, within(new BigDecimal("1e-11"))));
            assertThat(Statistics.drawdown(returns)).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            List<BigDecimal> shuffled = new ArrayList<>(returns);
            Collections.shuffle(shuffled, random);
            assertThat(Statistics.volatility(shuffled, 252))
                    .isCloseTo(Statistics.volatility(returns, 252), within(new BigDecimal("1e-12")));
        }
    }
}
