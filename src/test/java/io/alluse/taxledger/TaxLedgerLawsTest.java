package io.alluse.taxledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.holding.Closing;
import io.alluse.holding.Desk;
import io.alluse.holding.HoldingChanges;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds however an account was traded. */
class TaxLedgerLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
    private static final List<String> TRADED = List.of("X", "X", "X", "Y", "X/2026-06-19/10/C", "X/2026-06-19/10/P");
    private static final int TRADES = 300;

    private static HoldingChanges traded(long seed) {
        Random random = new Random(seed);
        Desk desk = Desk.empty();
        for (int i = 0; i < TRADES; i++) {
            boolean buys = random.nextBoolean();
            int units = 1 + random.nextInt(40);
            Money amount = Money.ofCents((buys ? -1L : 1L) * units * (700 + random.nextInt(600)));
            desk.say(FIRST.plusDays(i * 2L + random.nextInt(3)) + (buys ? " BUY " : " SELL -") + units + " "
                    + TRADED.get(random.nextInt(TRADED.size())) + " $" + amount);
        }
        return desk.done().changes();
    }

    private static TaxLedger ledger(HoldingChanges changes) {
        return TaxLedger.of(changes.opened(), changes.closings(), YearEndMarks.NONE, FIRST.plusYears(3));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_loss_that_is_not_recognized_is_in_what_is_still_held(long seed) {
        HoldingChanges changes = traded(seed);
        TaxLedger ledger = ledger(changes);
        Money gains = sum(changes.closings().stream().map(Closing::gain));
        Money recognized = sum(ledger.disposals().stream().map(Disposal::gain));
        Money held = sum(ledger.open().stream().map(OpenBasis::deferred));

        assertThat(recognized).isEqualTo(gains.plus(held));
        assertThat(ledger.disposals()).anyMatch(Disposal::isWashSale);
        assertThat(ledger.disposals())
                .noneMatch(row -> row.isWashSale() && row.gain().signum() != 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void every_unit_is_in_one_row(long seed) {
        HoldingChanges changes = traded(seed);
        TaxLedger ledger = ledger(changes);

        assertThat(changes.opened())
                .allSatisfy(lot -> assertThat(Stream.concat(
                                        ledger.disposals().stream()
                                                .filter(row -> row.lot().no() == lot.no())
                                                .map(Disposal::quantity),
                                        ledger.open().stream()
                                                .filter(row -> row.lot().no() == lot.no())
                                                .map(OpenBasis::quantity))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(lot.quantity()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void nothing_is_late_where_lines_come_by_their_dates(long seed) {
        HoldingChanges changes = traded(seed);

        assertThat(LateLotFinder.find(changes.opened(), changes.closings())).isEmpty();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
