package io.alluse.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Mark;
import io.alluse.ledger.Marks;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Period;
import io.alluse.money.Money;
import io.alluse.policy.Allocation;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxFixture;
import io.alluse.tax.TaxYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/rules.md 5.4, 5.5. */
class AllocationRuleTest {

    private static final PolicyBook BOOK = PolicyBook.shipped();
    private static final BusinessDay FRIDAY = BusinessDay.parse("2026-01-09");
    private static final LocalDate LAST_FRIDAY = LocalDate.of(2026, 1, 2);

    /** The first row is the one of docs/rules.md; a mark is gain/taxes at the end of the last period. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             POLICY       | TIER | HOLDS                                               | RESULTS      | MARK      | MOVEMENTS
             standard     | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  |           | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00, CASH>ALLOCATED_CONTRACTS 1400.00
             standard     | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  | 0/0       | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00, CASH>ALLOCATED_CONTRACTS 1400.00
             standard     | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  | 1000/300  | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00, CASH>ALLOCATED_CONTRACTS 700.00
             standard     | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  | 2000/600  | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00
             standard     | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  | 3000/900  | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00
             standard     | GEN  | CASH 1500 SECURITIES 100 BUFFER 5000 PREMIUM 2000   | 2026 S 2000  |           | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>ALLOCATED_CONTRACTS 900.00
             standard     | GEN  | CASH -500 SECURITIES 9000 BUFFER 5000 PREMIUM 2000  | 2026 S 2000  |           | BUFFER>CASH 500.00, TAX_PAYABLE>TAXES 600.00
             standard     | GEN  | CASH 97000 BUFFER 9000 FEES 50                      | 2026 S -50   |           | none
             standard     | REV  | CASH 97000 BUFFER 9000 GAINS_LONG 1000              | 2026 L 1000  |           | not in its policy
             screenplay   | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  |           | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00, CASH>ALLOCATED_CONTRACTS 1400.00
             constitution | GEN  | CASH 97000 BUFFER 5000 PREMIUM 2000                 | 2026 S 2000  |           | not in its policy
            """, useHeadersInDisplayName = true)
    void a_week_is_reinvested(
            String policy, Tier tier, String holds, String results, @Nullable String mark, String movements) {
        assertThat(decided(policy, tier, Period.WEEK, holds, results, mark)).isEqualTo(movements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             POLICY       | TIER | HOLDS                                   | RESULTS     | MARK | MOVEMENTS
             standard     | REV  | CASH 97000 BUFFER 9000 GAINS_LONG 1000  | 2026 L 1000 |      | TAX_PAYABLE>TAXES 150.00, CASH>TAX_RESERVE 150.00, CASH>ALLOCATED_CONTRACTS 637.50, CASH>ALLOCATED_LEAPS 212.50
             standard     | COM  | CASH 97000 BUFFER 9000 GAINS_LONG 1000  | 2026 L 1000 |      | TAX_PAYABLE>TAXES 150.00, CASH>TAX_RESERVE 150.00, CASH>ALLOCATED_SHARES 637.50, CASH>ALLOCATED_LEAPS 212.50
             screenplay   | COM  | CASH 97000 BUFFER 9000 DIVIDENDS 0.10   | 2026 D 0.10 |      | TAX_PAYABLE>TAXES 0.02, CASH>TAX_RESERVE 0.02, CASH>ALLOCATED_SHARES 0.06, CASH>ALLOCATED_LEAPS 0.02
             constitution | REV  | CASH 97000 BUFFER 9000 GAINS_LONG 1000  | 2026 L 1000 |      | TAX_PAYABLE>TAXES 300.00, CASH>TAX_RESERVE 300.00, CASH>ALLOCATED_CONTRACTS 525.00, CASH>ALLOCATED_LEAPS 175.00
             constitution | COM  | CASH 97000 BUFFER 9000 GAINS_LONG 1000  | 2026 L 1000 |      | TAX_PAYABLE>TAXES 300.00, CASH>TAX_RESERVE 300.00, CASH>ALLOCATED_CONTRACTS 525.00, CASH>ALLOCATED_LEAPS 175.00
             standard     | GEN  | CASH 97000 BUFFER 9000 GAINS_LONG 1000  | 2026 L 1000 |      | not in its policy
            """, useHeadersInDisplayName = true)
    void a_quarter_is_allocated(
            String policy, Tier tier, String holds, String results, @Nullable String mark, String movements) {
        assertThat(decided(policy, tier, Period.QUARTER, holds, results, mark)).isEqualTo(movements);
    }

    /** A premium of 2,000 as in the rules; ALLOCATED_CONTRACTS meets what short puts bind before CASH does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                                       | BOUND | ALLOCATED
             CASH 97000 BUFFER 5000 PREMIUM 2000                         | 0     | 1400.00
             CASH 97000 BUFFER 5000 PREMIUM 2000                         | 94930 | 1400.00
             CASH 97000 BUFFER 5000 PREMIUM 2000                         | 94931 | 1399.00
             CASH 97000 BUFFER 5000 PREMIUM 2000                         | 97000 | 0.00
             CASH 77000 ALLOCATED_CONTRACTS 20000 BUFFER 5000 PREMIUM 2000 | 20000 | 1400.00
             CASH 77000 ALLOCATED_CONTRACTS 20000 BUFFER 5000 PREMIUM 2000 | 94931 | 1399.00
            """, useHeadersInDisplayName = true)
    void what_short_puts_bind_is_not_free(String holds, String bound, Money allocated) {
        Balances balances = TaxFixture.balances(holds);
        AccountHead some = TaxFixture.head("CASH 1");
        AccountHead head = new AccountHead(
                some.chain(), AccountState.ACTIVE, Money.ZERO, balances, 0, 0, Marks.NONE, Money.of(bound));
        PeriodDecision decision = decide(head, "standard", Tier.GEN, Period.WEEK, years(balances));
        assertThat(((PeriodDecision.Close) decision).allocated().total()).isEqualTo(allocated);
    }

    @ParameterizedTest
    @EnumSource(AccountState.class)
    void only_active_and_forking_accounts_take_part(AccountState state) {
        AccountHead head = head(TaxFixture.balances("CASH 97000 BUFFER 9000"), state, Marks.NONE);
        PeriodDecision decision = decide(head, "standard", Tier.GEN, Period.WEEK, List.of());
        boolean takesPart = state == AccountState.ACTIVE || state == AccountState.FORKING;
        assertThat(decision instanceof PeriodDecision.Close).isEqualTo(takesPart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-09", "2026-01-10"})
    void a_date_at_or_before_the_mark_is_refused(String marked) {
        Mark mark = new Mark(LocalDate.parse(marked), Money.ZERO, Money.ZERO);
        AccountHead head =
                head(TaxFixture.balances("CASH 97000 BUFFER 9000"), AccountState.ACTIVE, new Marks(mark, null));
        assertThat(decide(head, "standard", Tier.GEN, Period.WEEK, List.of()))
                .isEqualTo(new PeriodDecision.Closed(mark));
    }

    /** Cents conserved, buffer and reserve never spent, never more than free cash. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void an_allocation_only_moves_free_cash(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Balances before = TaxFixture.balances("CASH " + cents(random, -200_000) + " BUFFER " + cents(random, 0)
                    + " TAX_RESERVE " + cents(random, 0) + " PREMIUM " + cents(random, -200_000));
            Tier tier = Tier.values()[random.nextInt(3)];
            Period period = Period.values()[random.nextInt(2)];
            PeriodDecision decision =
                    decide(head(before, AccountState.ACTIVE, Marks.NONE), "standard", tier, period, years(before));
            if (decision instanceof PeriodDecision.Close close) {
                mustBeLawful(before, close);
            }
        }
    }

    private static void mustBeLawful(Balances before, PeriodDecision.Close close) {
        Allocated allocated = close.allocated();
        Balances after = before.after(AllocationPostings.movements(close, FRIDAY));
        assertThat(allocated.total()).isLessThanOrEqualTo(allocated.freeCash());
        assertThat(allocated.total()).isLessThanOrEqualTo(close.result().gain().max(Money.ZERO));
        assertThat(after.of(LedgerAccount.BUFFER))
                .as("spent only on negative cash")
                .isGreaterThanOrEqualTo(before.of(LedgerAccount.BUFFER)
                        .plus(before.of(LedgerAccount.CASH).min(Money.ZERO)));
        assertThat(after.netWorth())
                .isEqualTo(before.netWorth().minus(taxes(after).minus(taxes(before))));
        assertThat(after.gain()).isEqualTo(before.gain());
    }

    private static Money taxes(Balances balances) {
        return balances.natural(io.alluse.ledger.LedgerAccount.TAXES);
    }

    @Test
    void splitting_a_period_never_allocates_less_when_cash_suffices() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Money first = Money.ofCents(random.nextInt(400_000) - 200_000);
            Money second = Money.ofCents(random.nextInt(400_000) - 200_000);
            Money atOnce = close(null, first.plus(second)).allocated().total();
            PeriodDecision.Close one = close(null, first);
            Mark mark = new Mark(LAST_FRIDAY, first, taxesAfter(one));
            Money inTwo = one.allocated()
                    .total()
                    .plus(close(mark, first.plus(second)).allocated().total());
            assertThat(inTwo).as("%s then %s", first, second).isGreaterThanOrEqualTo(atOnce);
        }
    }

    private static Money taxesAfter(PeriodDecision.Close close) {
        return close.result().taxes();
    }

    /** Rich, with so much premium this year in all. */
    private static PeriodDecision.Close close(@Nullable Mark mark, Money premium) {
        Balances balances =
                TaxFixture.balances("CASH 900000 BUFFER 90000 PREMIUM " + premium + (mark == null ? "" : taxed(mark)));
        return (PeriodDecision.Close) decide(
                head(balances, AccountState.ACTIVE, new Marks(mark, null)),
                "standard",
                Tier.GEN,
                Period.WEEK,
                years(balances));
    }

    private static String taxed(Mark mark) {
        return " TAXES " + mark.taxes() + " TAX_PAYABLE " + mark.taxes() + " TAX_RESERVE " + mark.taxes();
    }

    private static String cents(Random random, int least) {
        return Money.ofCents(least + random.nextInt(600_000)).toString();
    }

    private static List<TaxYear> years(Balances balances) {
        return TaxFixture.years("2026 S " + balances.gain(), BOOK.policy("standard"));
    }

    private static String decided(
            String policy, Tier tier, Period period, String holds, String results, @Nullable String mark) {
        Marks marks = mark == null ? Marks.NONE : marks(period, mark.split("/"));
        AccountHead head = head(TaxFixture.balances(holds), AccountState.ACTIVE, marks);
        return switch (decide(head, policy, tier, period, TaxFixture.years(results, BOOK.policy(policy)))) {
            case PeriodDecision.Close close -> text(AllocationPostings.movements(close, FRIDAY));
            case PeriodDecision.NotInPolicy _ -> "not in its policy";
            case PeriodDecision.Closed _ -> "closed";
            case PeriodDecision.NotEligible _ -> "not eligible";
        };
    }

    private static Marks marks(Period period, String[] gainAndTaxes) {
        Mark mark = new Mark(LAST_FRIDAY, Money.of(gainAndTaxes[0]), Money.of(gainAndTaxes[1]));
        return period == Period.WEEK ? new Marks(mark, null) : new Marks(null, mark);
    }

    private static String text(List<Movement> movements) {
        return movements.isEmpty()
                ? "none"
                : movements.stream()
                        .map(movement -> movement.from() + ">" + movement.to() + " " + movement.amount())
                        .collect(Collectors.joining(", "));
    }

    private static AccountHead head(Balances balances, AccountState state, Marks marks) {
        AccountHead some = TaxFixture.head("CASH 1");
        return new AccountHead(some.chain(), state, Money.ZERO, balances, 0, 0, marks, Money.ZERO);
    }

    private static PeriodDecision decide(AccountHead head, String name, Tier tier, Period period, List<TaxYear> years) {
        Policy policy = BOOK.policy(name);
        Optional<Allocation> allocation = period == Period.WEEK
                ? policy.tier(tier).weekly()
                : policy.tier(tier).quarterly();
        return AllocationRule.decide(
                head, allocation, head.marks().of(period), TaxAndBuffer.decide(head, policy, years, FRIDAY), FRIDAY);
    }
}
