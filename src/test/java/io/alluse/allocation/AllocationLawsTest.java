package io.alluse.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.allocation.PeriodDecision.Close;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Mark;
import io.alluse.ledger.Marks;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Period;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.policy.Allocation;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxDecision;
import io.alluse.tax.TaxFixture;
import io.alluse.tax.TaxYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds week after week and quarter after quarter, whatever happens in between (docs/rules.md 5.1 to 5.7). */
class AllocationLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);
    private static final int WEEKS = 52;
    private static final List<LedgerAccount> SPARED = List.of(
            LedgerAccount.BUFFER,
            LedgerAccount.ALLOCATED_CONTRACTS,
            LedgerAccount.ALLOCATED_SHARES,
            LedgerAccount.ALLOCATED_LEAPS);

    @ParameterizedTest(name = "{0} {1} {2}, seed {3}")
    @CsvSource({
        "standard, GEN, WEEK, 1",
        "standard, GEN, WEEK, 2",
        "standard, REV, QUARTER, 3",
        "standard, COM, QUARTER, 4",
        "screenplay, GEN, WEEK, 5",
        "screenplay, COM, QUARTER, 6",
        "constitution, REV, QUARTER, 7",
        "constitution, COM, QUARTER, 8"
    })
    void a_year_of_periods_keeps_the_laws(String policy, Tier tier, Period period, long seed) {
        World world = new World(PolicyBook.shipped().policy(policy), tier, period, new Random(seed));
        int weeks = period == Period.WEEK ? 1 : 13;
        Money gains = Money.ZERO;
        for (int week = 0; week < WEEKS; week++) {
            world.happen();
            if (week % weeks == weeks - 1) {
                gains = gains.plus(closed(world, BusinessDay.of(FIRST.plusWeeks(week))));
            }
        }
        // nothing is lost between two marks, and nothing counts twice
        assertThat(gains).isEqualTo(mark(world).gain());
        assertThat(world.balances.natural(LedgerAccount.TAXES)).isEqualTo(world.taxOfTheWholeYear());
    }

    private static Money closed(World world, BusinessDay date) {
        Balances before = world.balances;
        Money freeBefore = world.freeCash();
        Close close = (Close) world.decide(date);
        world.post(close, date);
        mustConserve(before, world.balances);
        mustSpareBufferAndReserve(before, world.balances);
        mustAllocateFreeCashOnly(close, freeBefore, world);
        assertThat(world.decide(date)).isEqualTo(new PeriodDecision.Closed(mark(world)));
        mustFindNothingNext(world, BusinessDay.of(date.date().plusWeeks(1)));
        return close.result().gain();
    }

    private static void mustConserve(Balances before, Balances after) {
        assertThat(after.inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ZERO);
        assertThat(after.gain()).isEqualTo(before.gain());
        Money taxes = after.natural(LedgerAccount.TAXES).minus(before.natural(LedgerAccount.TAXES));
        assertThat(after.netWorth()).isEqualTo(before.netWorth().minus(taxes));
    }

    /** Buffer and buckets give what cash is short of, and nothing else; a reserve shrinks only where less tax is due. */
    private static void mustSpareBufferAndReserve(Balances before, Balances after) {
        Money spent = SPARED.stream()
                .map(spared -> before.of(spared).minus(after.of(spared)).max(Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
        assertThat(spent)
                .isLessThanOrEqualTo(before.of(LedgerAccount.CASH).negated().max(Money.ZERO));
        assertThat(after.of(LedgerAccount.TAX_RESERVE))
                .isGreaterThanOrEqualTo(before.of(LedgerAccount.TAX_RESERVE)
                        .min(after.natural(LedgerAccount.TAX_PAYABLE).max(Money.ZERO)));
    }

    private static void mustAllocateFreeCashOnly(Close close, Money freeBefore, World world) {
        Allocated allocated = close.allocated();
        assertThat(allocated.total()).isLessThanOrEqualTo(allocated.freeCash());
        assertThat(world.freeCash()).isGreaterThanOrEqualTo(Money.ZERO);
        if (freeBefore.isZero() && close.tax() instanceof TaxDecision.Settled) {
            assertThat(allocated.total()).isEqualTo(Money.ZERO);
        }
        if (!close.result().gain().isPositive() || !close.result().afterTax().isPositive()) {
            assertThat(allocated.total()).isEqualTo(Money.ZERO);
        }
    }

    /** Running for the next period without anything in between changes nothing but the mark. */
    private static void mustFindNothingNext(World world, BusinessDay date) {
        Close next = (Close) world.decide(date);
        assertThat(next.result().gain()).isEqualTo(Money.ZERO);
        assertThat(next.allocated().total()).isEqualTo(Money.ZERO);
        if (!world.isShort()) {
            assertThat(AllocationPostings.movements(next, date)).isEmpty();
        }
    }

    private static Mark mark(World world) {
        return Objects.requireNonNull(world.mark);
    }

    /** An account to which things happen; its results of the year are kept as the ledger keeps them. */
    private static final class World {

        private final Policy policy;
        private final Tier tier;
        private final Period period;
        private final Random random;
        private YearResult year = new YearResult(2026, Money.ZERO, Money.ZERO, Money.ZERO);
        private Balances balances = TaxFixture.balances("CASH 95000 BUFFER 5000");
        private Money bound = Money.ZERO;
        private @Nullable Mark mark;

        World(Policy policy, Tier tier, Period period, Random random) {
            this.policy = policy;
            this.tier = tier;
            this.period = period;
            this.random = random;
        }

        /** Gains and losses, purchases, withdrawals, and puts that bind cash. */
        void happen() {
            Money amount = Money.ofCents(random.nextInt(600_000) - 200_000);
            switch (random.nextInt(6)) {
                case 0 -> earn(LedgerAccount.GAINS_LONG, Money.ZERO, amount, Money.ZERO);
                case 1 -> earn(LedgerAccount.DIVIDENDS, Money.ZERO, Money.ZERO, amount.max(Money.ofCents(1)));
                case 2 -> move(LedgerAccount.CASH, LedgerAccount.SECURITIES, amount.times(10));
                case 3 -> move(LedgerAccount.CASH, LedgerAccount.WITHDRAWALS, amount.max(Money.ofCents(1)));
                default -> earn(LedgerAccount.PREMIUM, amount, Money.ZERO, Money.ZERO);
            }
            bound = random.nextInt(3) == 0 ? Money.ofCents(random.nextInt(12_000_000)) : Money.ZERO;
        }

        private void earn(LedgerAccount from, Money shortTerm, Money longTerm, Money dividends) {
            move(from, LedgerAccount.CASH, shortTerm.plus(longTerm).plus(dividends));
            year = new YearResult(
                    2026,
                    year.shortTerm().plus(shortTerm),
                    year.longTerm().plus(longTerm),
                    year.dividends().plus(dividends));
        }

        private void move(LedgerAccount from, LedgerAccount to, Money amount) {
            if (amount.signum() > 0) {
                balances = balances.after(List.of(Movement.of(from, to, amount, FIRST)));
            } else if (amount.signum() < 0) {
                balances = balances.after(List.of(Movement.of(to, from, amount.negated(), FIRST)));
            }
        }

        PeriodDecision decide(BusinessDay date) {
            AccountHead head = head();
            Optional<Allocation> allocation = period == Period.WEEK
                    ? policy.tier(tier).weekly()
                    : policy.tier(tier).quarterly();
            return AllocationRule.decide(
                    head, allocation, mark, TaxAndBuffer.decide(head, policy, years(), date), date);
        }

        void post(Close close, BusinessDay date) {
            balances = balances.after(AllocationPostings.movements(close, date));
            mark = new Mark(date.date(), balances.gain(), balances.natural(LedgerAccount.TAXES));
        }

        private AccountHead head() {
            AccountHead some = TaxFixture.head("CASH 1");
            Marks marks = period == Period.WEEK ? new Marks(mark, null) : new Marks(null, mark);
            return new AccountHead(some.chain(), AccountState.ACTIVE, Money.ZERO, balances, 0, 0, marks, bound);
        }

        private List<TaxYear> years() {
            return List.of(new TaxYear(year, policy.tax()));
        }

        Money freeCash() {
            return head().freeCash();
        }

        /** Reserve and buffer wait for cash, so that a later run may still find something to do. */
        boolean isShort() {
            return freeCash().isZero();
        }

        /** By an account that never had a week. */
        Money taxOfTheWholeYear() {
            AccountHead head = TaxFixture.head("CASH 1000000");
            BusinessDay last = BusinessDay.parse("2026-12-31");
            return TaxAndBuffer.decide(head, policy, years(), last) instanceof TaxDecision.Settle settle
                    ? Balances.ofMovements(TaxAndBuffer.movements(settle, last)).natural(LedgerAccount.TAXES)
                    : Money.ZERO;
        }
    }
}
