package io.alluse.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDays;
import io.alluse.money.Percent;
import io.alluse.performance.CloseSeries.Close;
import io.alluse.performance.CloseSeries.Weeks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of a series of daily closes (docs/rules.md 6.6, 7.5). */
class CloseSeriesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 2, 6);

    /** Business days running from a date on. */
    private static CloseSeries series(LocalDate from, String... returns) {
        List<Close> closes = new ArrayList<>();
        LocalDate day = from;
        for (String one : returns) {
            closes.add(new Close(day, new BigDecimal(one), BigDecimal.ZERO));
            day = BusinessDays.after(day, 1);
        }
        return new CloseSeries(closes);
    }

    /** Two weeks from Monday 2026-01-26: the first one wins, the second one loses until its Friday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             DATE       | MOST | POSITIVE | ALL
             2026-01-29 | 12   | 0        | 0
             2026-01-30 | 12   | 1        | 1
             2026-01-31 | 12   | 1        | 1
             2026-02-02 | 12   | 1        | 1
             2026-02-05 | 12   | 1        | 1
             2026-02-06 | 12   | 2        | 2
             2026-02-08 | 12   | 2        | 2
             2026-02-06 | 1    | 1        | 1
            """, useHeadersInDisplayName = true)
    void a_week_counts_when_it_is_over(LocalDate date, int most, int positive, int all) {
        CloseSeries whole = series(
                LocalDate.of(2026, 1, 26), "0.01", "0", "0", "0", "-0.005", "-0.01", "-0.01", "-0.01", "-0.01", "0.05");
        CloseSeries until = new CloseSeries(
                whole.closes().stream().filter(one -> !one.date().isAfter(date)).toList());
        assertThat(until.weeks(most, date)).isEqualTo(new Weeks(positive, all));
    }

    /** Good Friday is no business day: the week is over on Thursday. */
    @Test
    void a_short_week_is_over_with_its_last_business_day() {
        CloseSeries week = series(LocalDate.of(2026, 3, 30), "0", "0", "0", "0.01");
        assertThat(week.weeks(12, LocalDate.of(2026, 4, 2))).isEqualTo(new Weeks(1, 1));
        assertThat(week.weeks(12, LocalDate.of(2026, 4, 1))).isEqualTo(new Weeks(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             UNBOUND            | DAYS
             0.6 0.6 0.6        | 3
             0.6 0.5999 0.6     | 1
             0.9 0.9 0.5999     | 0
             0.5999 0.6 1.2     | 2
            """, useHeadersInDisplayName = true)
    void unused_cash_is_counted_in_days_running(String unbound, int days) {
        List<Close> closes = Arrays.stream(unbound.split(" "))
                .map(share -> new Close(FRIDAY, BigDecimal.ZERO, new BigDecimal(share)))
                .toList();
        assertThat(new CloseSeries(closes).idleDays(Percent.of("60"))).isEqualTo(days);
    }

    @Test
    void figures_are_of_the_last_year_and_in_percent() {
        String[] returns = new String[300];
        Arrays.fill(returns, "0.001");
        Arrays.fill(returns, 0, 48, "-0.01");
        CloseSeries series = series(LocalDate.of(2025, 1, 2), returns);
        assertThat(series.days()).isEqualTo(300);
        assertThat(series.annualized()).isEqualByComparingTo("28.6434");
        assertThat(series.drawdown()).isEqualByComparingTo("0");
        assertThat(series.volatility()).isEqualByComparingTo("0");
        assertThat(CloseSeries.NONE.annualized()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-06, 0, true", "2026-02-09, 2, false", "2026-02-09, 3, true"})
    void a_series_must_reach_to_the_date(LocalDate date, int maxAge, boolean reaches) {
        assertThat(series(FRIDAY, "0").reaches(date, maxAge)).isEqualTo(reaches);
        assertThat(CloseSeries.NONE.reaches(date, maxAge)).isFalse();
    }
}
