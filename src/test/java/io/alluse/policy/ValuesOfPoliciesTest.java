package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesOfPoliciesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 77, 777})
    void a_split_of_capital_always_adds_up(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            BigDecimal gen = BigDecimal.valueOf(random.nextInt(10_001), 2);
            BigDecimal rev = BigDecimal.valueOf(random.nextInt(10_001), 2)
                    .min(BigDecimal.valueOf(100).subtract(gen));
            BigDecimal com = BigDecimal.valueOf(100).subtract(gen).subtract(rev);
            TierSplit split = new TierSplit(Percent.of(gen), Percent.of(rev), Percent.of(com));
            Money capital = Money.ofCents(random.nextLong(1, 1_000_000_001));

            assertThat(split.of(capital).stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(capital);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             20 | 30 | 50.01
             20 | 30 | 49.99
             60 | 60 | -20
             0  | 0  | 0
            """)
    void a_split_that_does_not_add_up_cannot_be_made(String gen, String rev, String com) {
        assertThatThrownBy(() -> new TierSplit(Percent.of(gen), Percent.of(rev), Percent.of(com)))
                .hasMessageStartingWith("a split must add up to 100, was");
    }

    @Test
    void a_share_is_asked_by_tier() {
        TierSplit split = Shipped.STANDARD.split();

        assertThat(split.share(Tier.GEN)).isEqualTo(Percent.of("20"));
        assertThat(split.share(Tier.REV)).isEqualTo(Percent.of("30"));
        assertThat(split.share(Tier.COM)).isEqualTo(Percent.of("50"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             AMOUNT | CONTRACTS | SHARES | LEAPS
             100.00 | 75.00     | 0.00   | 25.00
             0.01   | 0.01      | 0.00   | 0.00
             0.02   | 0.02      | 0.00   | 0.00
             0.03   | 0.02      | 0.00   | 0.01
            """)
    void a_quarterly_allocation_always_adds_up(String amount, String contracts, String shares, String leaps) {
        Allocation allocation = new Allocation(Percent.of("75"), Percent.ZERO, Percent.of("25"), Basis.POST_TAX);

        assertThat(allocation.of(Money.of(amount)))
                .containsExactly(Money.of(contracts), Money.of(shares), Money.of(leaps));
        assertThatThrownBy(() -> new Allocation(Percent.of("75"), Percent.of("1"), Percent.of("25"), Basis.PRE_TAX))
                .hasMessageStartingWith("an allocation must add up to 100, was");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             SHARE | MULTIPLIER | CAP | LIMIT
             20    | 1.0        | 20  | 20
             15    | 1.2        | 20  | 18
             10    | 1.5        | 20  | 15
             15    | 1.34       | 20  | 20
             10    | 1.999      | 20  | 19.99
             20    | 2          | 20  | 20
            """)
    void the_limit_per_position_is_share_times_multiplier_up_to_the_cap(
            String share, String multiplier, String cap, String limit) {
        assertThat(new TierPolicy.Positions(5, Percent.of(share), new BigDecimal(multiplier), Percent.of(cap)).limit())
                .isEqualTo(Percent.of(limit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ROUTE                | LINE            | MATCHES
             any any any GEN      | stock TSLA buy  | true
             stock any any GEN    | stock TSLA buy  | true
             stock any any GEN    | put TSLA buy    | false
             option any any GEN   | put TSLA buy    | true
             option any any GEN   | call TSLA buy   | true
             option any any GEN   | stock TSLA buy  | false
             put any any GEN      | call TSLA buy   | false
             put TSLA sell GEN    | put TSLA sell   | true
             put TSLA sell GEN    | put TSLA buy    | false
             put TSLA sell GEN    | put NVDA sell   | false
            """)
    void a_route_takes_the_lines_that_it_names(String route, String line, boolean matches) {
        String[] words = route.split(" ");
        String[] trade = line.split(" ");

        assertThat(new Route(words[0], words[1], words[2], Tier.GEN).matches(trade[0], trade[1], trade[2]))
                .isEqualTo(matches);
    }

    @Test
    void a_delta_band_is_shown_in_hundredths_and_compared_as_deltas() {
        DeltaBand band = new DeltaBand(25, 35);

        assertThat(band).hasToString("25-35");
        assertThat(band.low()).isEqualTo("0.25");
        assertThat(band.high()).isEqualTo("0.35");
    }
}
