package io.alluse.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.intent.IntentKind;
import io.alluse.intent.OrderIntent;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 5.6. */
class IntentRuleTest {

    private static final Policy STANDARD = PolicyBook.shipped().policy("standard");

    /** Two symbols, TSLA and NVDA; at 1,000,000 the limit is 200,000, at 200,000 it is 40,000. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             HOLDS                                  | BOUND  | OPEN                 | PRICES                       | INTENTS                                          | STAYS
             CASH 1000000                           |        |                      | TSLA 250, NVDA 140           |                                                  |
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 935000 ALLOCATED_CONTRACTS 65000  |        |                      | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 12000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 933000 ALLOCATED_CONTRACTS 67000  |        |                      | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 3 NVDA 42000.00 |
             CASH 940000 ALLOCATED_CONTRACTS 60000  | 10000  |                      | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 1 NVDA 14000.00 | CONTRACTS 11000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 940000 ALLOCATED_CONTRACTS 60000  | 60000  |                      | TSLA 250, NVDA 140           |                                                  |
             CASH 940000 ALLOCATED_CONTRACTS 60000  | 990000 |                      | TSLA 250, NVDA 140           |                                                  |
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        | CONTRACTS TSLA 25000 | TSLA 250, NVDA 140           | CONTRACTS 2 NVDA 28000.00                        | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        | SHARES TSLA 25000    | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        |                      |                              |                                                  | CONTRACTS 60000.00 (TSLA: no price; NVDA: no price)
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 250 @2025-12-31, NVDA 0 |                                                  | CONTRACTS 60000.00 (TSLA: its price is too old; NVDA: its price is zero)
             CASH 940000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 250 @2026-01-01         | CONTRACTS 2 TSLA 50000.00                        | CONTRACTS 10000.00 (TSLA: less than one unit costs; NVDA: no price)
             CASH 999000 ALLOCATED_CONTRACTS 1000   |        |                      | TSLA 250, NVDA 140           |                                                  | CONTRACTS 1000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 986000 ALLOCATED_CONTRACTS 14000  |        |                      | TSLA 250, NVDA 140           | CONTRACTS 1 NVDA 14000.00                        |
             CASH 986000.01 ALLOCATED_CONTRACTS 13999.99 |   |                      | TSLA 250, NVDA 140           |                                                  | CONTRACTS 13999.99 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 140000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 450, NVDA 140           | CONTRACTS 2 NVDA 28000.00                        | CONTRACTS 32000.00 (TSLA: less than one unit costs; NVDA: the limit per position is reached)
             CASH -70000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 250, NVDA 140           |                                                  | CONTRACTS 60000.00 (net worth is not positive)
             CASH -60000 ALLOCATED_CONTRACTS 60000  |        |                      | TSLA 250, NVDA 140           |                                                  | CONTRACTS 60000.00 (net worth is not positive)
             CASH 940000 ALLOCATED_SHARES 60000     |        |                      | TSLA 250.001, NVDA 140       | SHARES 119 TSLA 29751.19, SHARES 216 NVDA 30240.00 | SHARES 8.81 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             CASH 900000 ALLOCATED_CONTRACTS 60000 ALLOCATED_SHARES 300 |   |      | TSLA 250, NVDA 140           | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00, SHARES 2 NVDA 280.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs), SHARES 20.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
            """)
    void budgets_become_whole_units(
            String holds,
            @Nullable String bound,
            @Nullable String open,
            @Nullable String prices,
            @Nullable String intents,
            @Nullable String stays) {
        mustBe(
                IntentRule.decide(
                        IntentFixture.account(STANDARD, Tier.GEN, holds, bound),
                        IntentFixture.facts(open, null, prices)),
                intents,
                stays);
    }

    private static void mustBe(Intended intended, @Nullable String intents, @Nullable String stays) {
        assertThat(IntentFixture.intents(intended)).isEqualTo(intents == null ? "" : intents);
        assertThat(IntentFixture.unspent(intended)).isEqualTo(stays == null ? "" : stays);
    }

    /** Of 60,000 at a net worth of 1,000,000: the limit is 200,000, unless the override says otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             OVERRIDE        | HELD                                  | INTENTS                                              | STAYS
             max 10          | 10 AAPL for 2000                      | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             max 2           | 10 AAPL for 2000                      | CONTRACTS 2 TSLA 50000.00                            | CONTRACTS 10000.00 (TSLA: less than one unit costs; NVDA: as many positions as the policy allows)
             max 1           | 10 AAPL for 2000                      |                                                      | CONTRACTS 60000.00 (TSLA: as many positions as the policy allows; NVDA: as many positions as the policy allows)
             max 1           | 10 TSLA for 2000                      | CONTRACTS 2 TSLA 50000.00                            | CONTRACTS 10000.00 (TSLA: less than one unit costs; NVDA: as many positions as the policy allows)
             max 1           | -1 TSLA 2026-02-20 250 C for -90      | CONTRACTS 2 TSLA 50000.00                            | CONTRACTS 10000.00 (TSLA: less than one unit costs; NVDA: as many positions as the policy allows)
             max 10          | 1 TSLA for 175000.01, 1 NVDA for 1    | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             max 10          | -7 TSLA 2026-02-20 250 P for -90      | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             max 10          | -8 TSLA 2026-02-20 250 P for -90      | CONTRACTS 4 NVDA 56000.00                            | CONTRACTS 4000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             share 2.8       | 1 TSLA 2026-02-20 250 C for 3000.01   | CONTRACTS 2 NVDA 28000.00                            | CONTRACTS 32000.00 (TSLA: the limit per position is reached; NVDA: the limit per position is reached)
             riskMultiplier 0.14 | 1 TSLA 2026-02-20 250 C for 3000  | CONTRACTS 1 TSLA 25000.00, CONTRACTS 2 NVDA 28000.00 | CONTRACTS 7000.00 (TSLA: less than one unit costs; NVDA: less than one unit costs)
             share 1         |                                       |                                                      | CONTRACTS 60000.00 (TSLA: the limit per position is reached; NVDA: the limit per position is reached)
            """)
    void no_more_than_the_limit_and_the_number_of_positions_allow(
            String override, @Nullable String held, @Nullable String intents, @Nullable String stays) {
        String[] words = override.split(" ");
        Policy policy = STANDARD.with(List.of(new PolicyOverride("tiers.GEN.positions." + words[0], words[1])));
        Intended intended = IntentRule.decide(
                IntentFixture.account(policy, Tier.GEN, "CASH 940000 ALLOCATED_CONTRACTS 60000", null),
                IntentFixture.facts(null, held, "TSLA 250, NVDA 140"));
        mustBe(intended, intents, stays);
    }

    /** Four symbols, AAPL, MSFT, AMZN, GOOG; calls expire from 2027-01-08 to 2027-07-07. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LEAPS   | PRICES                                                                     | INTENTS                                                        | STAYS
             4000.03 |                                                                            | LEAPS ? AAPL 1000.01, LEAPS ? MSFT 1000.01, LEAPS ? AMZN 1000.01, LEAPS ? GOOG 1000.00 |
             3.99    |                                                                            | LEAPS ? AAPL 1.00, LEAPS ? MSFT 1.00, LEAPS ? AMZN 1.00        | LEAPS 0.99 (AAPL: no price; MSFT: no price; AMZN: no price; GOOG: less than one unit costs)
             4000.00 | AAPL 200, AAPL 2027-03-19 300 C 12                                         | LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 | LEAPS 1000.00 (AAPL: less than one unit costs; MSFT: no price; AMZN: no price; GOOG: no price)
             4000.00 | AAPL 200, AAPL 2027-03-19 300 C 9, AAPL 2027-03-19 310 C 8                 | LEAPS 1 AAPL 900.00, LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 | LEAPS 100.00 (AAPL: less than one unit costs; MSFT: no price; AMZN: no price; GOOG: no price)
             4000.00 | AAPL 200, AAPL 2027-03-19 200 C 9                                          | LEAPS ? AAPL 1000.00, LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 |
             4000.00 | AAPL 200, AAPL 2027-01-07 300 C 9, AAPL 2027-07-08 300 C 9, AAPL 2027-03-19 300 P 9 | LEAPS ? AAPL 1000.00, LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 |
             4000.00 | AAPL 200, AAPL 2027-01-14 300 C 9 @2025-12-31                              | LEAPS ? AAPL 1000.00, LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 |
             4000.00 | AAPL 2027-01-14 300 C 9                                                    | LEAPS ? AAPL 1000.00, LEAPS ? MSFT 1000.00, LEAPS ? AMZN 1000.00, LEAPS ? GOOG 1000.00 |
            """)
    void leaps_have_a_quantity_only_where_such_a_call_is_priced(
            String leaps, @Nullable String prices, String intents, @Nullable String stays) {
        mustBe(rev("CASH 1000000 ALLOCATED_LEAPS " + leaps, null, prices), intents, stays);
    }

    private static Intended rev(String holds, @Nullable String held, @Nullable String prices) {
        return IntentRule.decide(
                IntentFixture.account(STANDARD, Tier.REV, holds, null), IntentFixture.facts(null, held, prices));
    }

    @Test
    void contracts_are_spread_over_the_quarters_with_listed_expiries() {
        Intended intended = rev(
                "CASH 1000000 ALLOCATED_LEAPS 20000",
                null,
                "AAPL 200, AAPL 2027-01-15 300 C 10, AAPL 2027-06-18 300 C 10, AAPL 2027-07-02 300 C 10,"
                        + " MSFT 400, MSFT 2027-07-02 500 C 50");
        assertThat(intended.intents())
                .filteredOn(intent -> intent.quantity() != null)
                .extracting(intent ->
                        intent.symbol() + " " + intent.quantity() + " " + intent.expiryFrom() + " " + intent.expiryTo())
                .containsExactly(
                        "AAPL 2 2027-01-08 2027-03-31",
                        "AAPL 2 2027-04-01 2027-06-30",
                        "AAPL 1 2027-07-01 2027-07-07",
                        "MSFT 1 2027-07-01 2027-07-07");
    }

    @Test
    void a_contract_too_many_in_one_quarter_stays_allocated() {
        mustBe(
                rev(
                        "CASH 1000000 ALLOCATED_LEAPS 20000",
                        null,
                        "AAPL 200, AAPL 2027-01-15 300 C 12, AAPL 2027-06-18 300 C 12, AAPL 2027-07-02 300 C 12"),
                "LEAPS 1 AAPL 1200.00, LEAPS 1 AAPL 1200.00, LEAPS 1 AAPL 1200.00, LEAPS ? MSFT 5000.00, LEAPS ? AMZN 5000.00,"
                        + " LEAPS ? GOOG 5000.00",
                "LEAPS 1400.00 (AAPL: too many would expire in one quarter; MSFT: no price; AMZN: no price; GOOG: no price)");
    }

    @Test
    void an_intent_says_all_that_whoever_carries_it_out_needs() {
        Intended intended = rev(
                "CASH 900000 ALLOCATED_CONTRACTS 30000 ALLOCATED_LEAPS 400", null, "AAPL 200 @2026-01-05, MSFT 400");
        OrderIntent put = intended.intents().getFirst();
        assertThat(put.no()).isEqualTo(1);
        assertThat(put.delta()).isEqualTo(new DeltaBand(30, 40));
        assertThat(put.price()).isEqualByComparingTo("200");
        assertThat(put.priceDate()).isEqualTo("2026-01-05");
        assertThat(put.expiryFrom()).isNull();
        OrderIntent leaps = intended.intents().getLast();
        assertThat(leaps.no()).isEqualTo(5);
        assertThat(leaps.kind()).isEqualTo(IntentKind.LEAPS);
        assertThat(leaps.delta()).isEqualTo(new DeltaBand(25, 35));
        assertThat(intended.intents()).allSatisfy(intent -> {
            assertThat(intent.validFrom()).isEqualTo(LocalDate.of(2026, 1, 7));
            assertThat(intent.validUntil()).isEqualTo(LocalDate.of(2026, 1, 7));
        });
        assertThat(leaps.expiryFrom()).isEqualTo("2027-01-08");
        assertThat(leaps.expiryTo()).isEqualTo("2027-07-07");
    }

    @Test
    void a_position_that_has_reached_its_limit_gets_no_leaps() {
        mustBe(
                rev("CASH 999600 ALLOCATED_LEAPS 400", "1 AAPL for 180000, 1 MSFT for 179950", null),
                "LEAPS ? MSFT 50.00, LEAPS ? AMZN 100.00, LEAPS ? GOOG 100.00",
                "LEAPS 150.00 (AAPL: the limit per position is reached; MSFT: the limit per position is reached; AMZN: no price;"
                        + " GOOG: no price)");
    }

    @Test
    void a_policy_without_symbols_is_refused_before_anything_could_be_asked_for() {
        assertThatThrownBy(() -> STANDARD.with(List.of(new PolicyOverride("tiers.COM.symbols", "[]"))))
                .hasMessageContaining("tiers.COM.symbols: must be a list of symbols");
    }

    @Test
    void shares_and_leaps_of_one_underlying_have_one_limit() {
        Policy policy = STANDARD.with(List.of(new PolicyOverride("tiers.COM.symbols", "[AAPL]")));
        Intended intended = IntentRule.decide(
                IntentFixture.account(
                        policy, Tier.COM, "CASH 60000 ALLOCATED_SHARES 14900 ALLOCATED_LEAPS 25100", null),
                IntentFixture.facts(null, null, "AAPL 200"));
        mustBe(
                intended,
                "SHARES 74 AAPL 14800.00, LEAPS ? AAPL 200.00",
                "SHARES 100.00 (AAPL: less than one unit costs), LEAPS 24900.00 (AAPL: the limit per position is reached)");
        assertThat(intended.total()).isEqualTo(Money.of("15000.00"));
    }
}
