package io.alluse.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.tax.TaxFixture;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/rules.md 4.4: contracts that short puts do not bind, LEAPS, shares, buffer. */
class CoverRuleTest {

    private static final BusinessDay DAY = BusinessDay.parse("2026-01-09");
    private static final String ALL =
            "ALLOCATED_CONTRACTS 100 ALLOCATED_LEAPS 200 ALLOCATED_SHARES 300 BUFFER 400 TAX_RESERVE 500 ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             CASH     | BOUND | COVER
             0.00     | 0     | none
             1.00     | 500   | none
             -0.01    | 0     | CONTRACTS 0.01
             -0.001   | 0     | CONTRACTS 0.01
             -100.00  | 0     | CONTRACTS 100.00
             -100.01  | 0     | CONTRACTS 100.00, LEAPS 0.01
             -300.01  | 0     | CONTRACTS 100.00, LEAPS 200.00, SHARES 0.01
             -600.00  | 0     | CONTRACTS 100.00, LEAPS 200.00, SHARES 300.00
             -600.01  | 0     | CONTRACTS 100.00, LEAPS 200.00, SHARES 300.00, BUFFER 0.01
             -1000.00 | 0     | CONTRACTS 100.00, LEAPS 200.00, SHARES 300.00, BUFFER 400.00
             -1000.01 | 0     | CONTRACTS 100.00, LEAPS 200.00, SHARES 300.00, BUFFER 400.00, debit 0.01
             -100.00  | 40    | CONTRACTS 60.00, LEAPS 40.00
             -100.00  | 99.99 | CONTRACTS 0.01, LEAPS 99.99
             -100.00  | 100   | LEAPS 100.00
             -100.00  | 9000  | LEAPS 100.00
            """, useHeadersInDisplayName = true)
    void negative_cash_is_covered_in_this_order(Money cash, String bound, String cover) {
        assertThat(covered(ALL + "CASH " + cash, bound)).isEqualTo(cover);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                                | COVER
             CASH -50                                             | debit 50.00
             CASH -50 TAX_RESERVE 90 SECURITIES 900               | debit 50.00
             CASH -50 BUFFER -10                                  | debit 50.00
             CASH -50.005 BUFFER 50.009                           | BUFFER 50.00, debit 0.005
             CASH -50.005 ALLOCATED_LEAPS 50.009 BUFFER 9         | LEAPS 50.00, BUFFER 0.01
            """, useHeadersInDisplayName = true)
    void what_cannot_be_covered_is_margin_debit(String holds, String cover) {
        assertThat(covered(holds, "0")).isEqualTo(cover);
    }

    private static String covered(String holds, String bound) {
        Cover cover = Cover.of(TaxFixture.balances(holds), Money.of(bound));
        String text = cover.steps().stream()
                        .map(step -> step.from().name().replace("ALLOCATED_", "") + " " + step.moved())
                        .collect(Collectors.joining(", "))
                + debit(cover);
        return text.isEmpty() ? "none" : text;
    }

    private static String debit(Cover cover) {
        String debit = cover.debit().isPositive() ? "debit " + cover.debit() : "";
        return cover.moves() && !debit.isEmpty() ? ", " + debit : debit;
    }

    @Test
    void the_arithmetic_is_kept_and_told() {
        Cover cover = Cover.of(TaxFixture.balances("CASH -700 ALLOCATED_CONTRACTS 500 BUFFER 300"), Money.of("200"));
        assertThat(cover.detail())
                .hasToString("{\"cash\":\"-700\",\"debit\":\"100\",\"from\":["
                        + "{\"account\":\"ALLOCATED_CONTRACTS\",\"bound\":\"200\",\"held\":\"500\",\"moved\":\"300\"},"
                        + "{\"account\":\"BUFFER\",\"held\":\"300\",\"moved\":\"300\"}]}");
        assertThat(cover.lines())
                .containsExactly(
                        "cover: cash is -700.00",
                        "cover: ALLOCATED_CONTRACTS holds 500.00, of which short puts bind 200.00, to cash 300.00",
                        "cover: BUFFER holds 300.00, to cash 300.00",
                        "cover: nothing is left for 100.00, which is margin debit");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_cover_takes_no_more_than_is_missing_and_leaves_what_is_bound(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Balances before = TaxFixture.balances("CASH " + cents(random, -9_000) + " BUFFER " + cents(random, 0)
                    + " ALLOCATED_CONTRACTS " + cents(random, 0) + " ALLOCATED_SHARES " + cents(random, 0));
            Money bound = Money.of(cents(random, 0));
            Cover cover = Cover.of(before, bound);
            Balances after = before.after(cover.movements(DAY));
            Money cash = after.of(LedgerAccount.CASH);
            assertThat(after.netWorth()).isEqualTo(before.netWorth());
            assertThat(cash).isLessThanOrEqualTo(before.of(LedgerAccount.CASH).max(Money.ZERO));
            assertThat(cover.debit()).isEqualTo(cash.negated().max(Money.ZERO));
            assertThat(after.of(LedgerAccount.ALLOCATED_CONTRACTS))
                    .isGreaterThanOrEqualTo(bound.min(before.of(LedgerAccount.ALLOCATED_CONTRACTS)));
            assertThat(Cover.of(after, bound).moves()).isFalse();
        }
    }

    private static String cents(Random random, long least) {
        return Money.ofCents(random.nextLong(least, 3_000)).toString();
    }
}
