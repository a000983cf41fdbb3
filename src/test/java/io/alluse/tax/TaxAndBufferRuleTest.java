package io.alluse.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxAndBufferRuleTest {

    private static final BusinessDay TODAY = BusinessDay.parse("2026-01-09");
    private static final Policy STANDARD = TaxFixture.STANDARD;
    /** Cash enough for any tax, and a buffer that needs nothing. */
    private static final String RICH = "CASH 90000 BUFFER 10000 ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             POLICY       | HOLDS                  | RESULTS                    | DECISION
             standard     | CASH 97000 BUFFER 5000 | 2026 S 2000                | accrue 600.00, reserve 600.00, refill 70.00
             screenplay   | CASH 97000 BUFFER 5000 | 2026 S 2000                | accrue 600.00, reserve 600.00, refill 70.00
             constitution | CASH 97000 BUFFER 5000 | 2026 S 2000                | accrue 600.00, reserve 600.00, refill 70.00
             standard     | CASH 97000 BUFFER 5000 | 2026 L 2000                | accrue 300.00, reserve 300.00, refill 85.00
             screenplay   | CASH 97000 BUFFER 5000 | 2026 L 2000                | accrue 300.00, reserve 300.00, refill 85.00
             constitution | CASH 97000 BUFFER 5000 | 2026 L 2000                | accrue 600.00, reserve 600.00, refill 70.00
             standard     | CASH 97000 BUFFER 5000 | 2026 D 2000                | accrue 300.00, reserve 300.00, refill 85.00
             constitution | CASH 97000 BUFFER 5000 | 2026 D 2000                | accrue 600.00, reserve 600.00, refill 70.00
             standard     | CASH 97000 BUFFER 5000 | 2026 S 1000 L 500 D 500    | accrue 450.00, reserve 450.00, refill 77.50
             standard     | CASH 97000 BUFFER 5000 |                            | refill 100.00
             standard     | CASH 95000 BUFFER 5000 |                            | settled
             standard     |                        |                            | settled
            """, useHeadersInDisplayName = true)
    void each_policy_has_its_rates(String policy, @Nullable String holds, @Nullable String results, String decision) {
        assertThat(decided(TaxFixture.BOOK.policy(policy), holds, results)).isEqualTo(decision);
    }

    /** Short 30%, long 15%, dividends 15%; what is accrued is reserved as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             RESULTS                                              | ACCRUAL
             2026 S 0.01                                          | settled
             2026 S 0.02                                          | 0.01
             2026 S 0.05                                          | 0.02
             2026 L 0.03                                          | settled
             2026 L 0.04                                          | 0.01
             2026 S 0.02 L 0.04 D 0.04                            | 0.03
             2026 S 1000 L 1000                                   | 450.00
             2026 S 1000 L -400                                   | 180.00
             2026 S 1000 L -999.99                                | settled
             2026 S 1000 L -999.98                                | 0.01
             2026 S 1000 L -1000                                  | settled
             2026 S 1000 L -1000.01                               | settled
             2026 S -400 L 1000                                   | 90.00
             2026 S -1000 L 1000                                  | settled
             2026 S -1000 L -1000                                 | settled
             2026 S -1000 L -1000 D 1000                          | 150.00
             2026 S 1000 D -100                                   | 285.00
             2025 S -500; 2026 S 2000                             | 450.00
             2025 S -500; 2026 L 2000                             | 225.00
             2025 L -500; 2026 S 2000                             | 450.00
             2025 L -500; 2026 S 1000 L 700                       | 330.00
             2025 S -500; 2026 S 1000 L 700                       | 255.00
             2025 L -500; 2026 S 1000 L 300                       | 240.00
             2025 S -500 L -500; 2026 S 600 L 600                 | 45.00
             2025 S -500 L 200; 2026 S 400                        | 30.00
             2025 S -500 L 200; 2026 S 300                        | settled
             2025 S -500 L 200; 2026 S 300.02                     | 0.01
             2024 S -1000; 2025 S 400; 2026 S 700                 | 30.00
             2023 S -1000; 2026 S 1100                            | 30.00
             2023 S -300; 2024 L -300; 2025 D 1; 2026 S 500 L 200 | 30.15
             2023 S -300; 2024 L -300; 2025 S 0; 2026 S 500 L 200 | 30.00
             2025 S 1000; 2026 S -1000                            | 300.00
             2025 S 1000; 2026 S 1000                             | 600.00
             2025 S 1000 @ 40/20/20; 2026 S 1000                  | 700.00
             2025 S -1000 @ 40/20/20; 2026 S 1000                 | settled
             2026 S 1000; 2027 S 1000                             | 300.00 later results wait
             2026 S 1000; 2027 S -1000                            | 300.00 later results wait
             2026 S 1000; 2027 S 0                                | 300.00
             2027 S 1000                                          | settled
            """, useHeadersInDisplayName = true)
    void tax_is_due_on_each_year_after_losses(String results, String accrual) {
        String later = " later results wait";
        String amount = accrual.replace(later, "");
        String expected = amount.equals("settled")
                ? amount
                : "accrue " + amount + ", reserve " + amount + (accrual.endsWith(later) ? "," + later : "");
        assertThat(decided(STANDARD, RICH, results)).isEqualTo(expected);
    }

    /** A year of 2,000 short-term: 600 is due; TAXES is what was accrued or withheld, TAX_PAYABLE what is owed of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                               | RESULTS     | DECISION
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE 600           | 2026 S 2000 | settled
             TAXES 599.99 TAX_PAYABLE 599.99 TAX_RESERVE 599.99  | 2026 S 2000 | accrue 0.01, reserve 0.01
             TAXES 600.01 TAX_PAYABLE 600.01 TAX_RESERVE 600.01  | 2026 S 2000 | accrue -0.01, reserve -0.01
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 900           | 2026 S 2000 | accrue -300.00, reserve -300.00
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 700           | 2026 S 2000 | accrue -300.00, reserve -100.00
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 600           | 2026 S 2000 | accrue -300.00
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 500           | 2026 S 2000 | accrue -300.00, reserve 100.00
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 900           |             | accrue -900.00, reserve -900.00
             TAXES 900 TAX_PAYABLE 900 TAX_RESERVE 900           | 2026 S 2000; 2027 S 1000 | accrue -300.00, reserve -300.00, later results wait
             TAXES 600                                           | 2026 S 2000 | settled
             TAXES 599.99                                        | 2026 S 2000 | accrue 0.01, reserve 0.01
             TAXES 100                                           | 2026 S 2000 | accrue 500.00, reserve 500.00
             TAXES 700                                           | 2026 S 2000 | accrue -100.00
             TAXES 700 TAX_PAYABLE -100                          | 2026 S 2000 | accrue -100.00
             TAXES 600 TAX_PAYABLE -100 TAX_RESERVE 50           | 2026 S 2000 | reserve -50.00
             TAXES 600 TAX_PAYABLE 600                           | 2026 S 2000 | reserve 600.00
             TAXES 600 TAX_PAYABLE 200 TAX_RESERVE 200           | 2026 S 2000 | settled
             TAXES 600 TAX_PAYABLE 200 TAX_RESERVE 200           | 2026 S 1000 | accrue -300.00, reserve -200.00
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE -1            | 2026 S 2000 | reserve 601.00
             TAXES 600.00000001                                  | 2026 S 2000 | settled
             TAXES 600.0099                                      | 2026 S 2000 | settled
             TAXES 600.01                                        | 2026 S 2000 | accrue -0.01
             TAXES 599.99000001                                  | 2026 S 2000 | settled
             TAXES 0.005                                         |             | settled
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE 600.005       | 2026 S 2000 | settled
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE 600.015       | 2026 S 2000 | reserve -0.01
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE 599.985       | 2026 S 2000 | reserve 0.01
             TAXES 600 TAX_PAYABLE 600 TAX_RESERVE 599.995       | 2026 S 2000 | settled
             TAXES 600 TAX_PAYABLE 0 TAX_RESERVE 0.005           | 2026 S 2000 | reserve -0.005
             TAXES 600 TAX_PAYABLE 0 TAX_RESERVE 600.00500001    | 2026 S 2000 | reserve -600.00500001
             TAXES 300 TAX_PAYABLE 300 TAX_RESERVE 300           | 2026 S 1000.0166 | settled
             TAXES 300 TAX_PAYABLE 300 TAX_RESERVE 300           | 2026 S 1000.0167 | accrue 0.01, reserve 0.01
            """, useHeadersInDisplayName = true)
    void what_was_accrued_or_withheld_before_counts(String holds, @Nullable String results, String decision) {
        assertThat(decided(STANDARD, RICH + holds, results)).isEqualTo(decision);
    }

    /** 600 is due. The reserve comes first; the buffer's target is 5% of what is owned, less those 600. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                            | DECISION
             CASH 600.00 SECURITIES 95000 BUFFER 5000         | accrue 600.00, reserve 600.00
             CASH 599.99 SECURITIES 95000 BUFFER 5000         | accrue 600.00, reserve 599.99 (free cash)
             CASH 0.01 SECURITIES 95000 BUFFER 5000           | accrue 600.00, reserve 0.01 (free cash)
             CASH 0.009 SECURITIES 95000 BUFFER 5000          | accrue 600.00, reserve 0.00 (free cash)
             CASH 0 SECURITIES 95000 BUFFER 5000              | accrue 600.00, reserve 0.00 (free cash)
             CASH -0.01 SECURITIES 95000 BUFFER 5000          | cover 0.01, accrue 600.00, reserve 0.00 (free cash)
             CASH -5000 SECURITIES 95000 BUFFER 5000          | cover 5000.00, accrue 600.00, reserve 0.00 (free cash), refill 0.00 (free cash)
             CASH 600.00 SECURITIES 96000 BUFFER 4000         | accrue 600.00, reserve 600.00, refill 0.00 (free cash)
             CASH 600.01 SECURITIES 96000 BUFFER 4000         | accrue 600.00, reserve 600.00, refill 0.01 (free cash)
             CASH 600.019 SECURITIES 96000 BUFFER 4000        | accrue 600.00, reserve 600.00, refill 0.01 (free cash)
             CASH 1652.62 SECURITIES 96000 BUFFER 4000        | accrue 600.00, reserve 600.00, refill 1052.62 (free cash)
             CASH 1652.63 SECURITIES 96000 BUFFER 4000        | accrue 600.00, reserve 600.00, refill 1052.63
             CASH 1652.64 SECURITIES 96000 BUFFER 4000        | accrue 600.00, reserve 600.00, refill 1052.63
             CASH 10600 SECURITIES 90000 BUFFER 5499.99       | accrue 600.00, reserve 600.00
             CASH 10600 SECURITIES 90000 BUFFER 5263.16       | accrue 600.00, reserve 600.00
             CASH 10600 SECURITIES 90000 BUFFER 5263.15       | accrue 600.00, reserve 600.00, refill 0.01
             CASH 10600 BUFFER 500                            | accrue 600.00, reserve 600.00, refill 25.00
             CASH 10600 BUFFER 526.31                         | accrue 600.00, reserve 600.00, refill 0.01
             CASH 10600 BUFFER 526.32                         | accrue 600.00, reserve 600.00
             CASH 10600 BUFFER 900                            | accrue 600.00, reserve 600.00
             CASH 10600 BUFFER 499.995                        | accrue 600.00, reserve 600.00, refill 25.00
             CASH 10600 BUFFER -100                           | accrue 600.00, reserve 600.00, refill 595.00
             CASH 1000 SHORT_OPTIONS 399.99                   | accrue 600.00, reserve 600.00
             CASH 1000 SHORT_OPTIONS 390.00                   | accrue 600.00, reserve 600.00, refill 0.50
             CASH 1000 SHORT_OPTIONS 400.00                   | accrue 600.00, reserve 600.00
             CASH 1000 SHORT_OPTIONS 5000                     | accrue 600.00, reserve 600.00
             CASH 1000 SHORT_OPTIONS 5000 BUFFER -100         | accrue 600.00, reserve 600.00, refill 100.00
             CASH 1000 ALLOCATED_CONTRACTS 5000               | accrue 600.00, reserve 600.00, refill 270.00
             CASH -50 TAX_RESERVE 700 TAXES 700 TAX_PAYABLE 700 SECURITIES 9000 | accrue -100.00, reserve -100.00, refill 50.00 (free cash)
             CASH -150 TAX_RESERVE 700 TAXES 700 TAX_PAYABLE 700 SECURITIES 9000 | accrue -100.00, reserve -100.00, refill 0.00 (free cash)
            """, useHeadersInDisplayName = true)
    void reserve_and_buffer_take_free_cash_in_this_order(String holds, String decision) {
        assertThat(decided(STANDARD, holds, "2026 S 2000")).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STATE     | DECISION
             SAFE      | not eligible: SAFE
             ACTIVE    | accrue 600.00, reserve 600.00, refill 70.00
             FORKING   | accrue 600.00, reserve 600.00, refill 70.00
             MERGING   | not eligible: MERGING
             SUSPENDED | not eligible: SUSPENDED
             CLOSED    | not eligible: CLOSED
             ERROR     | not eligible: ERROR
            """, useHeadersInDisplayName = true)
    void only_active_and_forking_accounts_are_acted_on(AccountState state, String decision) {
        var head = TaxFixture.head(state, TaxFixture.balances("CASH 97000 BUFFER 5000"));
        var years = TaxFixture.years("2026 S 2000", STANDARD);
        assertThat(TaxFixture.text(TaxAndBufferRule.decide(head, STANDARD, years, TODAY)))
                .isEqualTo(decision);
    }

    /** The chain of the fixture ends at event 7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             STATE     | SETTLED BY | POLICY       | DECISION
             ACTIVE    | 7          | standard     | settled
             FORKING   | 7          | standard     | settled
             SUSPENDED | 7          | standard     | not eligible: SUSPENDED
             ACTIVE    | 6          | standard     | accrue 600.00, reserve 600.00, refill 70.00
             ACTIVE    | 7          | constitution | accrue 600.00, reserve 600.00, refill 70.00
            """, useHeadersInDisplayName = true)
    void an_account_whose_last_event_settled_it_is_not_looked_into(
            AccountState state, int settledBy, String policy, String decision) {
        long prefix = TaxFixture.BOOK.policy(policy).hash().prefix();
        var head = TaxFixture.head(state, TaxFixture.balances("CASH 97000 BUFFER 5000"), settledBy, prefix);
        var years = TaxFixture.years("2026 S 2000", STANDARD);
        assertThat(TaxFixture.text(TaxAndBufferRule.decide(head, STANDARD, years, TODAY)))
                .isEqualTo(decision);
    }

    @Test
    void a_line_that_arrives_late_is_taxed_at_the_rates_of_its_year() {
        String before = RICH + "TAXES 700 TAX_PAYABLE 700 TAX_RESERVE 700";
        assertThat(decided(STANDARD, before, "2025 S 1000 @ 40/20/20; 2026 S 1000"))
                .isEqualTo("settled");
        assertThat(decided(STANDARD, before, "2025 S 1100 @ 40/20/20; 2026 S 1000"))
                .isEqualTo("accrue 40.00, reserve 40.00");
        assertThat(decided(STANDARD, before, "2025 S -100 @ 40/20/20; 2026 S 1000"))
                .isEqualTo("accrue -430.00, reserve -430.00");
    }

    @Test
    void the_example_over_years_is_as_in_the_rule_book() {
        assertThat(decided(STANDARD, RICH, "2025 S -500 L 200; 2026 S 1000 L 700"))
                .isEqualTo("accrue 315.00, reserve 315.00");
        assertThat(decided(
                        STANDARD,
                        RICH + "TAXES 315 TAX_PAYABLE 315 TAX_RESERVE 315",
                        "2025 S -100 L 200; 2026 S 1000 L 700"))
                .isEqualTo("accrue 105.00, reserve 105.00");
    }

    @Test
    void years_that_do_not_ascend_are_a_broken_promise() {
        for (String results : List.of("2026 S 1; 2025 S 1", "2026 S 1; 2026 S 1")) {
            assertThatThrownBy(() -> decided(STANDARD, RICH, results))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("years of results must ascend")
                    .hasMessageContaining("after 2026");
        }
    }

    private static String decided(Policy policy, @Nullable String holds, @Nullable String results) {
        return TaxFixture.text(
                TaxAndBufferRule.decide(TaxFixture.head(holds), policy, TaxFixture.years(results, policy), TODAY));
    }
}
