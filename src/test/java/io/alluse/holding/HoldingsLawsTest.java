package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.holding.Taken.Moved;
import io.alluse.holding.Taken.Refused;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Share;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever happens in an account. */
class HoldingsLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    private static final int STEPS = 400;
    private static final List<Instrument> TRADED = List.of(
            new Share("AAPL"),
            new Share("MSFT"),
            Desk.instrument("AAPL/2024-12-20/150/P"),
            Desk.instrument("AAPL/2024-12-20/150/C"),
            Desk.instrument("MSFT/2026-12-18/300/C"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lots_and_ledger_agree_after_every_line(long seed) {
        World world = new World(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            world.step(step);
            world.check();
        }
        assertThat(world.moved).isGreaterThan(STEPS / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void what_is_bought_and_sold_again_leaves_gains_of_the_change_in_cash(long seed) {
        World world = new World(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            world.trade(step);
        }
        world.sellAll();

        Balances balances = world.holdings.changes().balances();
        Money gains = balances.natural(LedgerAccount.GAINS_SHORT)
                .plus(balances.natural(LedgerAccount.GAINS_LONG))
                .plus(balances.natural(LedgerAccount.PREMIUM));
        assertThat(gains).isEqualTo(world.cash).isEqualTo(balances.of(LedgerAccount.CASH));
        assertThat(balances.of(LedgerAccount.SECURITIES)).isEqualTo(Money.ZERO);
        assertThat(balances.of(LedgerAccount.SHORT_OPTIONS)).isEqualTo(Money.ZERO);
        assertThat(world.holdings.changes().closings().stream()
                        .map(Closing::gain)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(gains);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void in_one_go_or_in_many_is_the_same(long seed) {
        World whole = new World(new Random(seed));
        World parts = new World(new Random(seed));
        Map<Integer, Lot> lots = new HashMap<>();
        List<Closing> closings = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            whole.step(step);
            parts.step(step);
            if (step % 7 == 0 || step == STEPS - 1) {
                closings.addAll(parts.goOn(lots));
            }
        }
        HoldingChanges once = whole.holdings.changes();
        assertThat(lots.values()).containsExactlyInAnyOrderElementsOf(once.opened());
        assertThat(closings).isEqualTo(once.closings());
        assertThat(parts.holdings.changes().balances()).isEqualTo(once.balances());
        assertThat(parts.holdings.changes().lastLot()).isEqualTo(once.lastLot());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void what_is_refused_changes_nothing(long seed) {
        World world = new World(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            HoldingChanges before = world.holdings.changes();
            if (world.step(step) instanceof Refused) {
                assertThat(world.holdings.changes()).isEqualTo(before);
            }
        }
    }

    private static final class World {

        private final Random random;
        private Holdings holdings = Holdings.of(HoldingsStart.empty());
        private final Map<Instrument, BigDecimal> held = new HashMap<>();
        private Money cash = Money.ZERO;
        private int moved;

        World(Random random) {
            this.random = random;
        }

        Taken step(int step) {
            return switch (random.nextInt(10)) {
                case 0 -> end(step);
                case 1 -> happen(step);
                default -> trade(step);
            };
        }

        Taken trade(int step) {
            Instrument instrument = any();
            boolean buys = random.nextBoolean();
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(3_000), instrument instanceof Share ? 2 : 0);
            Money amount = amount();
            return take(activity(
                    buys ? Action.BUY : Action.SELL,
                    step,
                    instrument,
                    buys ? units : units.negate(),
                    buys ? amount.negated() : amount));
        }

        /** Often of something that is not there. */
        private Taken end(int step) {
            Instrument option = TRADED.get(2 + random.nextInt(3));
            return take(activity(Action.EXPIRED, step, option, BigDecimal.valueOf(random.nextInt(900)), Money.ZERO));
        }

        private Taken happen(int step) {
            Action[] actions = {
                Action.SPLIT, Action.RETURN_OF_CAPITAL, Action.TRANSFER, Action.CASH_IN_LIEU, Action.DEPOSIT, Action.FEE
            };
            Action action = actions[random.nextInt(actions.length)];
            BigDecimal quantity = action == Action.FEE || action == Action.RETURN_OF_CAPITAL
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2);
            Money amount = action == Action.SPLIT || action == Action.TRANSFER ? Money.ZERO : amount();
            return take(activity(action, step, TRADED.get(random.nextInt(2)), quantity, amount));
        }

        private Instrument any() {
            return TRADED.get(random.nextInt(TRADED.size()));
        }

        /** With fractions of a cent now and then, as brokers have them. */
        private Money amount() {
            return random.nextInt(4) == 0
                    ? Money.of(BigDecimal.valueOf(random.nextInt(100_000_000), 6))
                    : Money.ofCents(random.nextInt(1_000_000));
        }

        Taken take(Activity activity) {
            Taken taken = holdings.take(activity, "l" + moved);
            if (taken instanceof Moved one) {
                moved++;
                cash = cash.plus(activity.amount());
                Instrument instrument = activity.instrument();
                if (instrument != null) {
                    held.merge(instrument, activity.quantity(), BigDecimal::add);
                }
                assertThat(cashOf(one)).isEqualTo(activity.amount());
            }
            return taken;
        }

        /** The cash of the movements is that of the line. */
        private static Money cashOf(Moved one) {
            Balances change = Balances.ofMovements(one.movements());
            return change.of(LedgerAccount.CASH).plus(change.of(LedgerAccount.ALLOCATED_SHARES));
        }

        void sellAll() {
            Map<Instrument, BigDecimal> left = new HashMap<>(held);
            left.forEach((instrument, quantity) -> {
                if (quantity.signum() != 0) {
                    boolean sells = quantity.signum() > 0;
                    Money amount = sells ? amount() : amount().negated();
                    take(activity(sells ? Action.SELL : Action.BUY, STEPS, instrument, quantity.negate(), amount));
                }
            });
        }

        void check() {
            HoldingChanges changes = holdings.changes();
            Money written = Money.ZERO;
            Money other = Money.ZERO;
            for (Lot lot : changes.opened()) {
                written = lot.isWritten() ? written.plus(lot.openCost()) : written;
                other = lot.isWritten() ? other : other.plus(lot.openCost());
                assertThat(lot.isOpen() || lot.openCost().isZero()).isTrue();
                assertThat(lot.openQuantity().signum() * lot.quantity().signum())
                        .isNotNegative();
            }
            assertThat(changes.balances().of(LedgerAccount.SECURITIES)).isEqualTo(other);
            assertThat(changes.balances().of(LedgerAccount.SHORT_OPTIONS)).isEqualTo(written);
            assertThat(changes.balances().inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.ZERO);
        }

        /** Stops here, and goes on from what was kept. */
        List<Closing> goOn(Map<Integer, Lot> lots) {
            HoldingChanges changes = holdings.changes();
            changes.opened().forEach(lot -> lots.put(lot.no(), lot));
            changes.changed().forEach(lot -> lots.put(lot.no(), lot));
            List<Lot> open = lots.values().stream().filter(Lot::isOpen).toList();
            holdings = Holdings.of(new HoldingsStart(
                    open, changes.lastLot(), changes.balances(), changes.base(), LedgerAccount.WITHDRAWALS));
            return changes.closings();
        }

        private static Activity activity(
                Action action, int step, Instrument instrument, BigDecimal quantity, Money amount) {
            LocalDate date = FIRST.plusDays(step * 2L);
            return new Activity(
                    step,
                    "",
                    action,
                    date,
                    date,
                    null,
                    Effect.UNSAID,
                    instrument,
                    quantity,
                    null,
                    amount,
                    Money.ZERO,
                    Money.of("12.34"),
                    null,
                    "");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45})
    void whatever_becomes_of_options_no_cent_is_lost(long seed) {
        Random random = new Random(seed);
        Desk desk = Desk.empty();
        Money cash = Money.ZERO;
        for (int month = 0; month < 24; month++) {
            LocalDate day = FIRST.plusMonths(month);
            OptionContract option = (OptionContract)
                    Desk.instrument("AAPL/" + day.plusDays(14) + "/150/" + (random.nextBoolean() ? "C" : "P"));
            String name = "AAPL/" + option.expiry() + "/150/" + option.right().letter();
            boolean writes = random.nextBoolean();
            int count = 1 + random.nextInt(5);
            Money premium = Money.ofCents((writes ? 1 : -1) * (long) random.nextInt(90_000));
            desk.say(day + (writes ? " SELL -" : " BUY ") + count + " " + name + " $" + premium);
            cash = cash.plus(premium);
            boolean buys = writes == (option.right().letter() == 'P');
            int taken = random.nextInt(count + 1);
            if (taken > 0) {
                Money price = Money.ofCents((buys ? -1L : 1L) * taken * 1_500_000L - random.nextInt(99));
                desk.say(option.expiry() + (writes ? " ASSIGNED " : " EXERCISED ") + taken + " " + name);
                desk.say(option.expiry() + (buys ? " BUY " : " SELL -") + taken * 100 + " AAPL @150 $" + price);
                cash = cash.plus(price);
            }
            if (taken < count) {
                desk.say(option.expiry() + " EXPIRED " + (count - taken) + " " + name);
            }
            desk.done().check();
        }
        assertThat(desk.told()).noneMatch(told -> told.contains("refused"));
        assertThat(desk.natural(LedgerAccount.CASH)).isEqualTo(cash);
    }

    /** What a movement is made of never depends on lines that are equal. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void equal_lines_may_come_in_any_order(long seed) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add("2024-03-01 BUY 10 AAPL $-100.01");
            lines.add("2024-03-01 SELL -7 AAPL $90.03");
        }
        Desk one = Desk.empty().say(String.join("\n", lines)).done().check();
        Collections.shuffle(lines, new Random(seed));
        Desk other = Desk.empty().say(String.join("\n", lines)).done().check();

        assertThat(other.changes().balances()).isEqualTo(one.changes().balances());
        assertThat(other.closed()).isEqualTo(one.closed());
        assertThat(other.moved())
                .map(Moved::movements)
                .map(List::size)
                .isEqualTo(one.moved().stream()
                        .map(Moved::movements)
                        .map(List::size)
                        .toList());
    }
}
