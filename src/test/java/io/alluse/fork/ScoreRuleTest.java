package io.alluse.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fork.ForkFigures.Known;
import io.alluse.fork.ForkFigures.Returns;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 6.6. */
class ScoreRuleTest {

    private static final Policy POLICY = PolicyBook.shipped().policy("constitution");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    /** Weights 0.30, 0.40, 0.20, 0.10; a return is annualized/positive weeks of 12/drawdown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             VOLATILITY | RETURNS  | IN PROGRESS | DATE       | SCORE  | VERDICT
                        |          | 0           | 2026-02-03 | 0.6500 | REVIEW
             15         | 20/12/0  | 0           | 2026-02-03 | 1.0000 | EXECUTE
             45         | 20/12/0  | 0           | 2026-02-03 | 0.7000 | APPROVE
             46         | 0/0/20   | 5           | 2026-02-03 | 0.1000 | REVIEW
             30         | 20/12/0  | 0           | 2026-02-03 | 0.8500 | EXECUTE
             35         | 20/12/0  | 0           | 2026-02-03 | 0.8000 | EXECUTE
             35.01      | 20/12/0  | 0           | 2026-02-03 | 0.7999 | APPROVE
             30         | 10/6/10  | 0           | 2026-02-03 | 0.6500 | REVIEW
             15         | 10/6/10  | 1           | 2026-02-03 | 0.7600 | APPROVE
             15         | 90/12/0  | 0           | 2026-02-03 | 1.0000 | EXECUTE
             15         | -9/12/30 | 0           | 2026-02-03 | 0.7333 | APPROVE
                        |          | 9           | 2026-02-03 | 0.4500 | REVIEW
            """, useHeadersInDisplayName = true)
    void factors_are_weighed(
            @Nullable String volatility,
            @Nullable String returns,
            long inProgress,
            LocalDate date,
            BigDecimal score,
            Score.Verdict verdict) {
        Score scored = ScoreRule.decide(POLICY.fork(), known(volatility, returns), inProgress, date);
        assertThat(scored.value()).isEqualTo(score);
        assertThat(scored.verdict()).isEqualTo(verdict);
    }

    /** 2026-03-31 is a Tuesday; 2026-07-03 is a holiday, and 2024-07-03 closes early, as 2026-12-24 does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             DATE       | TIMING
             2026-03-27 | 1
             2026-03-30 | 0.5
             2026-03-31 | 0.5
             2026-04-01 | 1
             2026-11-27 | 0.5
             2024-07-03 | 0.5
             2026-07-02 | 1
             2026-12-24 | 0.5
             2026-12-30 | 0.5
             2026-12-29 | 1
            """, useHeadersInDisplayName = true)
    void ends_of_quarters_and_early_closes_count_against_it(LocalDate date, BigDecimal timing) {
        Score score = ScoreRule.decide(POLICY.fork(), Known.NOTHING, 0, date);
        assertThat(factor(score, "timing").value()).isEqualByComparingTo(timing);
    }

    @Test
    void what_is_not_known_is_flagged_and_what_is_known_is_kept() {
        Score blind = ScoreRule.decide(POLICY.fork(), Known.NOTHING, 2, DAY);
        assertThat(factor(blind, "market").withoutData()).isTrue();
        assertThat(factor(blind, "performance").withoutData()).isTrue();
        assertThat(factor(blind, "load").inputs())
                .containsEntry("inProgress", "2")
                .containsEntry("most", "5");

        Score known = ScoreRule.decide(POLICY.fork(), known("20", "21/9/4"), 0, DAY);
        assertThat(factor(known, "market").withoutData()).isFalse();
        assertThat(factor(known, "performance").inputs())
                .containsEntry("positiveWeeks", "9 of 12")
                .containsEntry("flagged", "earns more than 20% a year");
    }

    @Test
    void where_forks_are_not_limited_there_is_no_load() {
        Policy standard = PolicyBook.shipped().policy("standard");
        Score score = ScoreRule.decide(standard.fork(), Known.NOTHING, 1_000, DAY);
        assertThat(factor(score, "load").value()).isEqualByComparingTo("1");
    }

    private static Factor factor(Score score, String name) {
        return score.factors().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Known known(@Nullable String volatility, @Nullable String returns) {
        return new Known(
                Optional.ofNullable(volatility).map(BigDecimal::new),
                Optional.ofNullable(returns).map(ScoreRuleTest::returns));
    }

    private static Returns returns(String text) {
        String[] parts = text.split("/");
        return new Returns(new BigDecimal(parts[0]), Integer.parseInt(parts[1]), 12, new BigDecimal(parts[2]));
    }
}
