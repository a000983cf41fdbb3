package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingRuleTest {

    private static final Policy STANDARD = PolicyBook.shipped().policy("standard");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             TIER | OVERLAY      | NET WORTH | LIMIT
             GEN  |              | 100000.00 | 20000.00
             REV  |              | 100000.00 | 18000.00
             COM  |              | 100000.00 | 15000.00
             GEN  | conservative | 100000.00 | 9600.00
             REV  | conservative | 100000.00 | 10000.00
             COM  | conservative | 100000.00 | 7200.00
             GEN  | aggressive   | 100000.00 | 20000.00
             REV  | aggressive   | 100000.00 | 20000.00
             COM  | aggressive   | 100000.00 | 20000.00
             GEN  |              | 100000.02 | 20000.00
             GEN  |              | 100000.03 | 20000.01
             GEN  |              | -5.00     | 0.00
            """, useHeadersInDisplayName = true)
    void a_limit_is_share_times_multiplier_of_net_worth_at_most_a_fifth(
            Tier tier, String overlay, String netWorth, String limit) {
        Policy policy = PolicyBook.shipped().policy("standard", overlay == null ? List.of() : List.of(overlay));
        assertThat(SizingRule.limit(Money.of(netWorth), policy.tier(tier))).isEqualTo(Money.of(limit));
    }

    @Test
    void symbols_that_come_and_go_have_no_limit_on_the_other_side() {
        Policy after = STANDARD.with(List.of(new PolicyOverride("tiers.GEN.symbols", "[NVDA, AMD]")));
        List<PositionLimit> limits =
                SizingRule.limits("A", Money.of("1000"), STANDARD.tier(Tier.GEN), after.tier(Tier.GEN));
        Money limit = Money.of("200");
        assertThat(limits)
                .containsExactly(
                        new PositionLimit("A", "TSLA", limit, null),
                        new PositionLimit("A", "NVDA", limit, limit),
                        new PositionLimit("A", "AMD", null, limit));
    }
}
