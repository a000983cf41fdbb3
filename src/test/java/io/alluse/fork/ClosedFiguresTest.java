package io.alluse.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.ledger.Ledger;
import io.alluse.performance.ClosedDays;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.SweepDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a score knows of closes and prices: docs/rules.md 6.6. */
class ClosedFiguresTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 1);

    private static CapitalizedDatabase database;
    private static SweepDesk desk;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.of("""
                name,capital,policy,gen_reference,rev_reference,com_reference
                One,250000,constitution,G1,R1,C1
                Two,250000,constitution,G2,R2,C2
                """);
        desk = SweepDesk.on(database);
        ClosedDays closed = ClosedDays.on(desk, FRIDAY);
        closed.of("A-000001-GEN", 60, "0.001 0.0004 -0.0002", "0");
        closed.of("A-000002-GEN", 19, "0.001", "0");
        prices("AAPL", 21, "100", "101");
        prices("MSFT", 20, "100", "150");
        prices("GOOG", 21, "100", "100");
    }

    /** Business days up to the Friday, at the one price and the other. */
    private static void prices(String symbol, int days, String one, String other) {
        LocalDate day = FRIDAY;
        for (int i = 0; i < days; i++) {
            desk.tamper("insert into price (symbol, date, close) values ('%s', '%s', %s)"
                    .formatted(symbol, day, i % 2 == 0 ? one : other));
            day = BusinessDays.atOrBefore(day.minusDays(1));
        }
    }

    @AfterAll
    static void drop() {
        desk.close();
        database.close();
    }

    private static Known known(String code, LocalDate date) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        AccountView view = new AccountView(
                new Ledger(desk.session()).heads(List.of(id)).getFirst(),
                Tier.GEN,
                new PoliciesInForce(desk.session(), PolicyBook.shipped()).of(id, date));
        return Objects.requireNonNull(new ClosedFigures(desk.session())
                .of(List.of(view), BusinessDay.of(date))
                .get(id));
    }

    @Test
    void closes_tell_return_weeks_and_drawdown() {
        ForkFigures.Returns returns = known("A-000001-GEN", FRIDAY).returns().orElseThrow();
        assertThat(returns.annualized()).isEqualByComparingTo("10.6000");
        assertThat(returns.weeks()).isEqualTo(12);
        assertThat(returns.positiveWeeks()).isEqualTo(12);
        assertThat(returns.drawdown()).isEqualByComparingTo("0.0200");
        assertThat(known("A-000002-GEN", FRIDAY).returns())
                .as("19 days are no data")
                .isEmpty();
        assertThat(known("A-000001-GEN", FRIDAY.plusDays(6)).returns())
                .as("six days old")
                .isEmpty();
    }

    /** Up and down by one percent is 16.07% a year; MSFT has too few prices, GOOG does not move. */
    @Test
    void prices_tell_the_mean_volatility_of_the_symbols_that_have_enough() {
        BigDecimal volatility = known("A-000001-GEN", FRIDAY).volatility().orElseThrow();
        assertThat(volatility).isBetween(new BigDecimal("8.0"), new BigDecimal("8.2"));
        assertThat(known("A-000001-GEN", FRIDAY.plusDays(6)).volatility()).isEmpty();
        assertThat(known("A-000001-GEN", FRIDAY.minusDays(1)).volatility())
                .as("20 prices are 19 returns")
                .isEmpty();
    }
}
