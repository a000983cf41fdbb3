package io.alluse.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 2.6. */
class ExposuresTest {

    private static final int MAX_AGE = 5;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             HELD                                                          | PRICES                          | EXPOSURES
                                                                           |                                 |
             100 TSLA for 24000                                            |                                 | TSLA 24000.00+0.00
             100 TSLA for 24000                                            | TSLA 250                        | TSLA 25000.00+0.00
             100 TSLA for 24000                                            | TSLA 250 @2026-01-01            | TSLA 25000.00+0.00
             100 TSLA for 24000                                            | TSLA 250 @2025-12-31            | TSLA 24000.00+0.00
             100 TSLA for 24000                                            | TSLA 0                          | TSLA 24000.00+0.00
             2.5 TSLA for 600                                              | TSLA 250.333                    | TSLA 625.83+0.00
             -1 TSLA 2026-02-20 250 P for -300                             |                                 | TSLA 0.00+25000.00
             -1 TSLA 2026-02-20 250 P for -300                             | TSLA 300                        | TSLA 0.00+25000.00
             100 TSLA for 24000, -1 TSLA 2026-02-20 250 P for -300         | TSLA 250                        | TSLA 25000.00+25000.00
             100 TSLA for 24000, -1 TSLA 2026-02-20 250 C for -300         | TSLA 250                        | TSLA 25000.00+0.00
             -1 TSLA 2026-02-20 250 C for -300                             | TSLA 250                        | TSLA 0.00+0.00
             2 TSLA 2027-03-19 300 C for 4000                              | TSLA 250                        | TSLA 4000.00+0.00
             2 TSLA 2027-03-19 300 C for 4000                              | TSLA 2027-03-19 300 C 25        | TSLA 5000.00+0.00
             2 TSLA 2026-03-20 200 P for 400, -2 TSLA 2026-03-20 250 P for -800 |                            | TSLA 400.00+50000.00
             -10 TSLA for -2500                                            | TSLA 260                        | TSLA 2600.00+0.00
             -1 SPXW 2026-02-20 6000 P for -900, 1 SPX 2026-02-20 5900 P for 500 |                           | SPX 500.00+600000.00
             -1 TSLA1 2026-02-20 250 P x10 for -300                        |                                 | TSLA 0.00+2500.00
             100 NVDA for 14000, 10 AAPL for 2000                          | AAPL 210                        | AAPL 2100.00+0.00, NVDA 14000.00+0.00
            """)
    void what_is_held_counts_at_the_mark_or_at_cost_and_a_short_put_by_its_strike(
            @Nullable String held, @Nullable String prices, @Nullable String exposures) {
        String told =
                Exposures.of(SizingFixture.held(held), SizingFixture.market(prices), MAX_AGE).all().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().owned() + "+"
                                + entry.getValue().bound())
                        .collect(Collectors.joining(", "));
        assertThat(told).isEqualTo(exposures == null ? "" : exposures);
    }

    /** Share times multiplier, at most the cap of 20%; 18% × 1.5 of aggressive REV would be 27%. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             POLICY       | OVERLAY      | TIER | NET WORTH  | LIMIT    | POSITIONS
             standard     |              | GEN  | 100000.00  | 20000.00 | 10
             standard     |              | REV  | 100000.00  | 18000.00 | 20
             standard     |              | COM  | 100000.00  | 15000.00 | 50
             standard     | conservative | GEN  | 100000.00  | 9600.00  | 12
             standard     | aggressive   | REV  | 100000.00  | 20000.00 | 15
             constitution |              | COM  | 0.05       | 0.01     | 50
             standard     |              | GEN  | 0.02       | 0.00     | 10
             standard     |              | GEN  | 0.00       | 0.00     | 10
             standard     |              | GEN  | -100000.00 | 0.00     | 10
            """)
    void a_limit_is_share_times_net_worth_times_risk_multiplier_at_most_the_cap(
            String name, @Nullable String overlay, Tier tier, Money netWorth, Money limit, int positions) {
        PolicyBook book = PolicyBook.shipped();
        Limits limits = Limits.of(
                book.policy(name, SizingFixture.parts(overlay).toList())
                        .tier(tier)
                        .positions(),
                netWorth);
        assertThat(limits).isEqualTo(new Limits(limit, positions));
        assertThat(limits.room(limit.plus(Money.of("0.01")))).isEqualTo(Money.ZERO);
    }
}
