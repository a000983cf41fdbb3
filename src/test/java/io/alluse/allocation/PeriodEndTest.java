package io.alluse.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.ledger.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 5.4, 5.5. */
class PeriodEndTest {

    /** Among them Good Friday, Independence Day on a Saturday, and a quarter that ends on a Sunday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             PERIOD  | DATE       | END
             WEEK    | 2026-01-05 | 2026-01-09
             WEEK    | 2026-01-09 | 2026-01-09
             WEEK    | 2026-01-10 | 2026-01-16
             WEEK    | 2026-04-03 | 2026-04-02
             WEEK    | 2026-07-01 | 2026-07-02
             QUARTER | 2026-01-01 | 2026-03-31
             QUARTER | 2026-03-31 | 2026-03-31
             QUARTER | 2026-11-30 | 2026-12-31
             QUARTER | 2028-12-01 | 2028-12-29
             QUARTER | 2028-12-31 | 2028-12-29
            """, useHeadersInDisplayName = true)
    void a_period_ends_with_its_last_business_day(Period period, LocalDate date, LocalDate end) {
        assertThat(PeriodEnd.of(period, date)).isEqualTo(end);
    }
}
