package io.alluse.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Policy;
import io.alluse.policy.TaxRates;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.tax.TaxDecision.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever happened to an account. */
class TaxLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 2);
    private static final int DAYS = 3 * 365 - 5;
    private static final List<TaxRates> RATES = List.of(rates("30", "15", "15"), rates("30", "30", "30"));
    private static final List<LedgerAccount> RESULTS = List.of(
            LedgerAccount.PREMIUM,
            LedgerAccount.GAINS_SHORT,
            LedgerAccount.GAINS_LONG,
            LedgerAccount.DIVIDENDS,
            LedgerAccount.INTEREST,
            LedgerAccount.FEES);

    private static TaxRates rates(String shortTerm, String longTerm, String dividend) {
        return new TaxRates(Percent.of(shortTerm), Percent.of(longTerm), Percent.of(dividend));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void settling_again_finds_nothing_and_harms_nothing(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        for (int day = 0; day < DAYS; day++) {
            world.happen(FIRST.plusDays(day));
            if (random.nextInt(3) > 0) {
                checkSettling(world, BusinessDay.of(FIRST.plusDays(day)));
            }
        }
        assertThat(world.settled).as("settlings of seed " + seed).isGreaterThan(100);
    }

    private static void checkSettling(World world, BusinessDay date) {
        Balances before = world.balances;
        if (world.settle(date) instanceof Settle settle) {
            assertMovedRightly(before, world.balances, settle, date);
        }
        assertThat(world.decide(date)).isEqualTo(new Settled());
    }

    private static void assertMovedRightly(Balances before, Balances after, Settle settle, BusinessDay date) {
        List<Movement> movements = TaxPostings.movements(settle, date);
        assertThat(after.inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ZERO);
        assertThat(movements)
                .allSatisfy(movement -> assertThat(movement.amount())
                        .matches(amount -> amount.equals(amount.floorToCent()) || empties(movement, after)));
        Money payable = after.natural(LedgerAccount.TAX_PAYABLE);
        Money reserve = after.of(LedgerAccount.TAX_RESERVE);
        if (reserve.compareTo(before.of(LedgerAccount.TAX_RESERVE)) < 0) {
            assertThat(reserve).isGreaterThanOrEqualTo(payable.max(Money.ZERO));
        }
        assertThat(after.of(LedgerAccount.BUFFER))
                .as("spent only on negative cash")
                .isGreaterThanOrEqualTo(before.of(LedgerAccount.BUFFER)
                        .minus(before.of(LedgerAccount.CASH)
                                .min(Money.ZERO)
                                .floorToCent()
                                .negated()));
        assertThat(after.of(LedgerAccount.CASH))
                .isGreaterThanOrEqualTo(before.of(LedgerAccount.CASH).min(Money.ZERO));
        assertThat(after.netWorth())
                .isEqualTo(before.netWorth().minus(settle.accrual().amount()));
        assertThat(settle.accrual().due().minus(after.natural(LedgerAccount.TAXES)))
                .isStrictlyBetween(Money.of("-0.01"), Money.of("0.01"));
    }

    private static boolean empties(Movement movement, Balances after) {
        return movement.from() == LedgerAccount.TAX_RESERVE
                && after.of(LedgerAccount.TAX_RESERVE).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void tax_accrued_step_by_step_is_that_of_the_years_at_once(long seed) {
        World world = new World(new Random(seed));
        World patient = new World(new Random(seed));
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            world.happenWithoutTaxes(date);
            patient.happenWithoutTaxes(date);
            world.settle(BusinessDay.of(date));
        }
        patient.settle(BusinessDay.of(FIRST.plusDays(DAYS - 1)));
        assertThat(world.settled).isGreaterThan(100);
        assertThat(world.balances.of(LedgerAccount.TAXES)).isEqualTo(patient.balances.of(LedgerAccount.TAXES));
        assertThat(world.balances.of(LedgerAccount.TAX_PAYABLE))
                .isEqualTo(patient.balances.of(LedgerAccount.TAX_PAYABLE));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void a_deposit_changes_no_tax(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            world.happen(date);
            Money due = world.accrual(BusinessDay.of(date));
            world.move(LedgerAccount.CAPITAL, LedgerAccount.CASH, world.amount(), date);
            assertThat(world.accrual(BusinessDay.of(date))).isEqualTo(due);
            world.settle(BusinessDay.of(date));
        }
    }

    /** An account to which things happen, with its results by year kept as the ledger keeps them. */
    private static final class World {

        private final Random random;
        private final Policy policy = TaxFixture.STANDARD;
        private final List<TaxYear> years = new ArrayList<>();
        private Balances balances = TaxFixture.balances("CASH 95000 BUFFER 5000");
        private int settled;

        World(Random random) {
            this.random = random;
            for (int year = 2025; year <= 2028; year++) {
                TaxRates rates = year < 2027 ? RATES.get(random.nextInt(RATES.size())) : policy.tax();
                years.add(new TaxYear(new YearResult(year, Money.ZERO, Money.ZERO, Money.ZERO), rates));
            }
        }

        void happen(LocalDate date) {
            switch (random.nextInt(10)) {
                case 0 -> move(LedgerAccount.CASH, LedgerAccount.TAXES, fraction(), date);
                case 1 -> move(LedgerAccount.TAX_RESERVE, LedgerAccount.TAX_PAYABLE, amount(), date);
                case 2 -> move(LedgerAccount.CASH, LedgerAccount.WITHDRAWALS, amount().times(20), date);
                case 3 -> move(LedgerAccount.CASH, LedgerAccount.SECURITIES, fraction(), date);
                default -> happenWithoutTaxes(date);
            }
        }

        /** A gain or a loss, now and then of the year before. */
        void happenWithoutTaxes(LocalDate date) {
            LedgerAccount result = RESULTS.get(random.nextInt(RESULTS.size()));
            LocalDate effective = random.nextInt(20) == 0 ? date.minusYears(1) : date;
            Money amount = random.nextBoolean() ? amount() : fraction();
            if (random.nextInt(5) < 2) {
                move(LedgerAccount.CASH, result, amount, effective);
            } else {
                move(result, LedgerAccount.CASH, amount, effective);
            }
        }

        Money amount() {
            return Money.ofCents(1 + random.nextInt(100_000));
        }

        private Money fraction() {
            return Money.of(random.nextInt(500) + "." + (1 + random.nextInt(99_999_999)));
        }

        void move(LedgerAccount from, LedgerAccount to, Money amount, LocalDate date) {
            balances = balances.after(List.of(Movement.of(from, to, amount, date)));
            years.replaceAll(year -> year.result().year() == Math.max(2025, date.getYear())
                    ? new TaxYear(added(added(year.result(), from, amount), to, amount.negated()), year.rates())
                    : year);
        }

        private static YearResult added(YearResult year, LedgerAccount account, Money earned) {
            Money none = Money.ZERO;
            YearResult more = switch (account) {
                case PREMIUM, GAINS_SHORT, INTEREST, FEES -> new YearResult(year.year(), earned, none, none);
                case GAINS_LONG -> new YearResult(year.year(), none, earned, none);
                case DIVIDENDS -> new YearResult(year.year(), none, none, earned);
                case CASH,
                        BUFFER,
                        TAX_RESERVE,
                        ALLOCATED_CONTRACTS,
                        ALLOCATED_SHARES,
                        ALLOCATED_LEAPS,
                        SECURITIES,
                        SHORT_OPTIONS,
                        TAX_PAYABLE,
                        SUSPENSE,
                        CAPITAL,
                        TRANSFERS,
                        WITHDRAWALS,
                        TAXES -> new YearResult(year.year(), none, none, none);
            };
            return new YearResult(
                    year.year(),
                    year.shortTerm().plus(more.shortTerm()),
                    year.longTerm().plus(more.longTerm()),
                    year.dividends().plus(more.dividends()));
        }

        TaxDecision decide(BusinessDay date) {
            AccountHead head = TaxFixture.head(AccountState.ACTIVE, balances);
            return TaxAndBufferRule.decide(head, policy, years, date);
        }

        Money accrual(BusinessDay date) {
            return decide(date) instanceof Settle settle ? settle.accrual().amount() : Money.ZERO;
        }

        TaxDecision settle(BusinessDay date) {
            TaxDecision decision = decide(date);
            if (decision instanceof Settle settle) {
                balances = balances.after(TaxPostings.movements(settle, date));
                settled++;
            }
            return decision;
        }
    }
}
