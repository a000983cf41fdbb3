package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of line does to lots and ledger. */
class HoldingsTest {

    private static final String PUT = "AAPL/2024-03-15/150/P";
    private static final String CALL = "AAPL/2024-04-19/160/C";

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINE                                    | MOVEMENTS
             DIVIDEND AAPL $24.00                    | DIVIDENDS>CASH 24.00
             DIVIDEND AAPL $-24.00                   | CASH>DIVIDENDS 24.00
             WITHHOLDING AAPL $-3.60                 | CASH>TAXES 3.60
             WITHHOLDING AAPL $3.60                  | TAXES>CASH 3.60
             INTEREST $1.25                          | INTEREST>CASH 1.25
             INTEREST $-8.10                         | CASH>INTEREST 8.10
             FEE $-10.00                             | CASH>FEES 10.00
             FEE $10.00                              | FEES>CASH 10.00
             DEPOSIT $5000.00                        | CAPITAL>CASH 5000.00
             DEPOSIT $-5000.00                       | CASH>WITHDRAWALS 5000.00
             WITHDRAWAL $-700.00                     | CASH>WITHDRAWALS 700.00
             JOURNAL $700.00                         | CAPITAL>CASH 700.00
             JOURNAL $-700.00                        | CASH>WITHDRAWALS 700.00
             INTEREST $0.00                          | ''
             BUY 10 AAPL $-1000.00                   | CASH>SECURITIES 1000.00
             BUY 10 AAPL $0.00                       | ''
             SELL -10 AAPL $1000.00                  | SECURITIES>CASH 1000.00
             BUY 1 AAPL/2024-03-15/150/P $-200.65    | CASH>SECURITIES 200.65
             SELL -1 AAPL/2024-03-15/150/P $199.35   | SHORT_OPTIONS>CASH 199.35
             SELL -1 AAPL/2024-03-15/150/P $-0.35    | CASH>SHORT_OPTIONS 0.35
             TRANSFER 10 AAPL basis=900.00           | CAPITAL>SECURITIES 900.00
             TRANSFER 10 AAPL @95.5                  | CAPITAL>SECURITIES 955.00
             TRANSFER -1 AAPL/2024-03-15/150/P basis=90.00 | SHORT_OPTIONS>CAPITAL 90.00
             RETURN_OF_CAPITAL AAPL $5.00            | SECURITIES>CASH 5.00, GAINS_SHORT>SECURITIES 5.00
             CASH_IN_LIEU AAPL $5.00                 | SECURITIES>CASH 5.00, GAINS_SHORT>SECURITIES 5.00
            """)
    void a_line_of_an_empty_account_becomes_movements(String line, String movements) {
        Desk desk = Desk.empty().say("2024-03-01 " + line).done().check();

        assertThat(desk.lastTold()).isEqualTo("l1: " + movements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINE                                           | REASON
             BUY -10 AAPL $-1000.00                         | what is bought arrives, but the quantity is -10
             SELL 10 AAPL $1000.00                          | what is sold leaves, but the quantity is 10
             BUY 10 $-1000.00                               | the line does not say of what it is a buy
             BUY 100 AAPL @150 $-15000.00 OF_ASSIGNMENT     | follows from an option, but none on AAPL was assigned on 2024-03-01 at this price for 100 units
             SELL -100 AAPL @150 $15000.00 OF_EXERCISE      | follows from an option, but none on AAPL was exercised on 2024-03-01 at this price for 100 units
             EXPIRED 1 AAPL/2024-03-15/150/P                | 1 AAPL 2024-03-15 150 P ended, but none is held
             EXPIRED AAPL/2024-03-15/150/P                  | the quantity that ended is missing
             ASSIGNED 1 AAPL/2024-03-15/150/P               | 1 AAPL 2024-03-15 150 P ended, but none is held
             SPLIT 10 AAPL                                  | a split changes AAPL by 10, but none is held
             SYMBOL_CHANGE AAPL                             | the line does not say what AAPL is called now
             SYMBOL_CHANGE AAPL became=MSFT                 | AAPL becomes MSFT, but none is held
             MERGER -10 AAPL $500.00                        | money for 10 AAPL, but none is held
             TRANSFER -10 AAPL                              | 10 AAPL leave, but none is held
             CASH_IN_LIEU -0.5 AAPL $5.00                   | -0.5 AAPL for money, but none is held
            """)
    void what_cannot_be_is_refused_and_changes_nothing(String line, String reason) {
        Desk desk = Desk.empty().say("2024-03-01 " + line).done();

        assertThat(desk.lastTold()).isEqualTo("l1: refused: " + reason);
        assertThat(desk.changes())
                .isEqualTo(
                        new HoldingChanges(List.of(), List.of(), List.of(), 0, Balances.ZERO, Money.ZERO, Money.ZERO));
    }

    @Test
    void lots_are_closed_first_in_first_out() {
        Desk desk = Desk.empty().say("""
                2022-01-10 BUY 100 AAPL $-1000.00
                2024-02-01 BUY 100 AAPL $-1500.00
                2024-03-01 SELL -150 AAPL $3000.00
                """).done().check();

        assertThat(desk.closed()).containsExactly("1: 100 2000.00-1000.00 LONG", "2: 50 1000.00-750.00 SHORT");
        assertThat(desk.open()).containsExactly("50 AAPL 750.00");
        assertThat(desk.lastTold())
                .isEqualTo("l3: SECURITIES>CASH 3000.00, GAINS_SHORT>SECURITIES 250.00, GAINS_LONG>SECURITIES 1000.00");
    }

    @Test
    void a_loss_goes_the_other_way() {
        Desk desk = Desk.empty().say("""
                2024-02-01 BUY 3 AAPL $-100.00
                2024-03-01 SELL -1 AAPL $30.00
                """).done().check();

        assertThat(desk.closed()).containsExactly("1: 1 30.00-33.33 SHORT");
        assertThat(desk.lastTold()).isEqualTo("l2: SECURITIES>CASH 30.00, SECURITIES>GAINS_SHORT 3.33");
    }

    @Test
    void a_trade_that_closes_more_than_is_held_opens_the_rest_the_other_way() {
        Desk desk = Desk.empty().say("""
                2024-02-01 BUY 100 AAPL $-1000.00
                2024-03-01 SELL -150 AAPL $1800.00
                """).done().check();

        assertThat(desk.open()).containsExactly("-50 AAPL -600.00");
        assertThat(desk.lastTold())
                .isEqualTo("l2: SECURITIES>CASH 1200.00, GAINS_SHORT>SECURITIES 200.00, SECURITIES>CASH 600.00");
    }

    @Test
    void a_short_sale_ends_short_term_however_long_it_lasted() {
        Desk desk = Desk.empty().say("""
                2022-02-01 SELL -100 AAPL $1500.00 OPENS
                2024-03-01 BUY 100 AAPL $-1000.00 CLOSES
                """).done().check();

        assertThat(desk.closed()).containsExactly("1: -100 1500.00-1000.00 SHORT");
        assertThat(desk.natural(LedgerAccount.GAINS_SHORT)).isEqualTo(Money.of("500.00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             END                                              | PREMIUM | CASH
             2024-03-08 BUY 1 AAPL/2024-03-15/150/P $-50.65   | 148.70  | 148.70
             2024-03-08 BUY 1 AAPL/2024-03-15/150/P $-250.65  | -51.30  | -51.30
             2024-03-15 EXPIRED 1 AAPL/2024-03-15/150/P       | 199.35  | 199.35
             2024-03-15 EXPIRED -1 AAPL/2024-03-15/150/P      | 199.35  | 199.35
             2024-03-15 CASH_SETTLED 1 AAPL/2024-03-15/150/P $-300.00 | -100.65 | -100.65
            """)
    void a_premium_is_owed_until_the_option_ends(String end, String premium, String cash) {
        Desk desk = Desk.empty()
                .say("2024-03-01 SELL -1 " + PUT + " $199.35")
                .done()
                .check();
        assertThat(desk.natural(LedgerAccount.SHORT_OPTIONS)).isEqualTo(Money.of("199.35"));

        desk.say(end).done().check();

        assertThat(desk.natural(LedgerAccount.SHORT_OPTIONS)).isEqualTo(Money.ZERO);
        assertThat(desk.natural(LedgerAccount.PREMIUM)).isEqualTo(Money.of(premium));
        assertThat(desk.natural(LedgerAccount.CASH)).isEqualTo(Money.of(cash));
    }

    @Test
    void a_bought_option_that_expires_is_a_loss_by_its_term() {
        Desk desk = Desk.empty().say("""
                2023-01-10 BUY 1 AAPL/2024-03-15/150/P $-700.00
                2024-03-01 BUY 2 AAPL/2024-03-15/160/P $-300.00
                2024-03-15 EXPIRED -1 AAPL/2024-03-15/150/P
                2024-03-15 EXPIRED -2 AAPL/2024-03-15/160/P
                """).done().check();

        assertThat(desk.natural(LedgerAccount.GAINS_LONG)).isEqualTo(Money.of("-700.00"));
        assertThat(desk.natural(LedgerAccount.GAINS_SHORT)).isEqualTo(Money.of("-300.00"));
    }

    @Test
    void a_wheel_ends_with_its_cash() {
        Desk desk = Desk.empty()
                .say("2024-03-01 SELL -1 " + PUT + " $199.35")
                .say("""
                2024-03-15 ASSIGNED 1 AAPL/2024-03-15/150/P
                2024-03-15 BUY 100 AAPL @150 $-15000.00 OF_ASSIGNMENT
                """)
                .say("2024-03-18 SELL -1 " + CALL + " $149.35")
                .done()
                .check();

        assertThat(desk.open()).containsExactly("100 AAPL 14800.65", "-1 AAPL 2024-04-19 160 C -149.35");
        assertThat(desk.told().get(1)).isEqualTo("l2: SECURITIES>SHORT_OPTIONS 199.35");
        assertThat(desk.told().get(2)).isEqualTo("l3: CASH>SECURITIES 15000.00");

        desk.say("2024-04-19 SELL -100 AAPL @160.00 $16000.00")
                .say("2024-04-19 ASSIGNED 1 " + CALL)
                .done()
                .check();

        assertThat(desk.open()).isEmpty();
        assertThat(desk.closed())
                .containsExactly(
                        "1: -1 199.35-199.35 SHORT", "3: -1 149.35-149.35 SHORT", "2: 100 16149.35-14800.65 SHORT");
        assertThat(desk.natural(LedgerAccount.CASH)).isEqualTo(Money.of("1348.70"));
        assertThat(desk.natural(LedgerAccount.GAINS_SHORT)).isEqualTo(Money.of("1348.70"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             OPTION                | LEG                                  | OPEN
             AAPL/2024-03-15/150/C | BUY 100 AAPL @150 $-15000.00         | 100 AAPL 15200.65
             AAPL/2024-03-15/150/P | SELL -100 AAPL @150 $15000.00        | -100 AAPL -14799.35
            """)
    void what_an_exercised_option_cost_goes_into_the_shares(String option, String leg, String open) {
        Desk desk = Desk.empty()
                .say("2024-03-01 BUY 1 " + option + " $-200.65")
                .say("2024-03-15 EXERCISED -1 " + option)
                .say("2024-03-15 " + leg)
                .done()
                .check();

        assertThat(desk.open()).containsExactly(open);
        assertThat(desk.closed()).containsExactly("1: 1 200.65-200.65 SHORT");
    }

    @Test
    void an_option_on_the_wrong_side_is_neither_assigned_nor_exercised() {
        Desk desk =
                Desk.empty().say("2024-03-01 BUY 1 " + PUT + " $-200.65").say("2024-03-01 SELL -1 " + CALL + " $10.00");

        desk.say("2024-03-15 ASSIGNED 1 " + PUT).done();
        assertThat(desk.lastTold())
                .isEqualTo("l3: refused: only what was written is assigned, AAPL 2024-03-15 150 P is held long");
        desk.say("2024-03-15 EXERCISED 1 " + CALL).done();
        assertThat(desk.lastTold())
                .isEqualTo("l4: refused: only what was bought is exercised, AAPL 2024-04-19 160 C is held short");
    }

    @Test
    void an_assignment_without_its_shares_is_refused() {
        Desk desk = Desk.empty().say("2024-03-01 SELL -2 " + PUT + " $400.00");

        desk.say("2024-03-15 ASSIGNED 2 " + PUT)
                .say("2024-03-15 BUY 100 AAPL @150 $-15000.00")
                .done();

        assertThat(desk.told())
                .contains("l2: refused: AAPL 2024-03-15 150 P was assigned, but no purchase of 200 AAPL at 150 on"
                        + " 2024-03-15 goes with it");
        assertThat(desk.open()).containsExactly("-2 AAPL 2024-03-15 150 P -400.00", "100 AAPL 15000.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             BUCKET              | PURCHASE                                      | MOVEMENTS
             ALLOCATED_SHARES    | BUY 10 AAPL $-1000.00                         | ALLOCATED_SHARES>SECURITIES 600.00, CASH>SECURITIES 400.00
             ALLOCATED_SHARES    | BUY 10 AAPL $-600.00                          | ALLOCATED_SHARES>SECURITIES 600.00
             ALLOCATED_SHARES    | BUY 1 AAPL/2024-03-15/150/P $-200.00          | CASH>SECURITIES 200.00
             ALLOCATED_CONTRACTS | BUY 1 AAPL/2024-03-15/150/P $-200.00          | ALLOCATED_CONTRACTS>SECURITIES 200.00
             ALLOCATED_CONTRACTS | BUY 1 AAPL/2026-03-01/150/P $-200.00          | ALLOCATED_CONTRACTS>SECURITIES 200.00
             ALLOCATED_CONTRACTS | BUY 1 AAPL/2025-03-01/150/C $-200.00          | ALLOCATED_CONTRACTS>SECURITIES 200.00
             ALLOCATED_LEAPS     | BUY 1 AAPL/2025-03-02/150/C $-200.00          | ALLOCATED_LEAPS>SECURITIES 200.00
             ALLOCATED_LEAPS     | BUY 1 AAPL/2025-03-01/150/C $-200.00          | CASH>SECURITIES 200.00
            """)
    void buying_spends_the_matching_bucket_before_cash(LedgerAccount bucket, String purchase, String movements) {
        Desk desk = Desk.with(bucket, "600.00").say("2024-03-01 " + purchase).done();

        assertThat(desk.lastTold()).isEqualTo("l1: " + movements);
    }

    @Test
    void shares_put_to_the_account_spend_what_contracts_were_allocated() {
        Desk desk = Desk.with(LedgerAccount.ALLOCATED_CONTRACTS, "16000.00")
                .say("2024-03-01 SELL -1 " + PUT + " $200.00")
                .say("2024-03-15 ASSIGNED 1 " + PUT)
                .say("2024-03-15 BUY 100 AAPL @150 $-15000.00")
                .done();

        assertThat(desk.lastTold()).isEqualTo("l3: ALLOCATED_CONTRACTS>SECURITIES 15000.00");
    }

    @Test
    void buying_back_is_paid_from_cash_where_the_premium_had_gone() {
        Desk desk = Desk.with(LedgerAccount.ALLOCATED_CONTRACTS, "16000.00")
                .say("2024-03-01 SELL -1 " + PUT + " $200.00")
                .say("2024-03-08 BUY 1 " + PUT + " $-50.00")
                .done();

        assertThat(desk.lastTold()).isEqualTo("l2: CASH>SHORT_OPTIONS 50.00, PREMIUM>SHORT_OPTIONS 150.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             BASE  | LINE                   | CHANGE  | AFTER
             0     | DEPOSIT $500.00        | 500.00  | 500.00
             600   | WITHDRAWAL $-500.00    | -500.00 | 100.00
             600   | WITHDRAWAL $-700.00    | -600.00 | 0.00
             600   | TRANSFER 10 AAPL basis=900.00 | 900.00 | 1500.00
             600   | DIVIDEND $500.00       | 0.00    | 600.00
            """)
    void the_base_follows_what_is_contributed_and_never_falls_below_zero(
            String base, String line, String change, String after) {
        Desk desk = Desk.with(LedgerAccount.CASH, base + ".00")
                .say("2024-03-01 " + line)
                .done();

        assertThat(desk.moved().getLast().baseChange()).isEqualTo(Money.of(change));
        assertThat(desk.changes().base()).isEqualTo(Money.of(after));
    }

    @Test
    void where_none_is_allowed_a_withdrawal_waits_in_suspense() {
        Desk desk = Desk.of(new HoldingsStart(List.of(), 0, Balances.ZERO, Money.of("900.00"), LedgerAccount.SUSPENSE))
                .say("2024-03-01 WITHDRAWAL $-500.00")
                .done();

        assertThat(desk.lastTold()).isEqualTo("l1: CASH>SUSPENSE 500.00");
        assertThat(desk.changes().base()).isEqualTo(Money.of("900.00"));
    }

    @Test
    void lots_go_out_in_kind_at_cost() {
        Desk desk = Desk.empty().say("""
                2024-02-01 BUY 100 AAPL $-1000.00
                2024-03-01 TRANSFER -40 AAPL
                2024-03-02 TRANSFER -70 AAPL
                """).done().check();

        assertThat(desk.told().get(1)).isEqualTo("l2: SECURITIES>WITHDRAWALS 400.00");
        assertThat(desk.lastTold()).isEqualTo("l3: refused: 70 AAPL leave, but 60 are held");
    }

    @Test
    void what_arrives_without_a_basis_is_said_to() {
        Desk desk = Desk.empty().say("2024-03-01 TRANSFER 10 AAPL").done().check();

        assertThat(desk.lastTold())
                .isEqualTo("l1:  (AAPL arrives without a basis and counts as if it had cost nothing)");
        assertThat(desk.open()).containsExactly("10 AAPL 0.00");
    }

    @Test
    void lots_that_were_there_go_on_and_new_ones_are_numbered_after_them() {
        Desk before = Desk.empty().say("""
                2024-01-02 BUY 10 AAPL $-100.00
                2024-01-03 BUY 10 MSFT $-200.00
                """).done();
        HoldingChanges then = before.changes();

        Desk after = Desk.of(new HoldingsStart(
                        then.opened().reversed(),
                        then.lastLot(),
                        then.balances(),
                        then.base(),
                        LedgerAccount.WITHDRAWALS))
                .say("2024-02-01 SELL -15 AAPL $300.00")
                .done();

        assertThat(after.changes().changed()).extracting(Lot::no).containsExactly(1);
        assertThat(after.changes().opened()).extracting(Lot::no).containsExactly(3);
        assertThat(after.open()).containsExactly("-5 AAPL -100.00");
        assertThat(after.closed()).containsExactly("1: 10 200.00-100.00 SHORT");
    }

    @Test
    void a_lot_that_arrives_late_is_closed_in_its_turn() {
        Desk desk = Desk.empty().say("2024-02-01 BUY 10 AAPL $-100.00").done();

        desk.say("2024-01-02 BUY 10 AAPL $-70.00")
                .done()
                .say("2024-03-01 SELL -10 AAPL $120.00")
                .done()
                .check();

        assertThat(desk.closed()).containsExactly("2: 10 120.00-70.00 SHORT");
    }

    @Test
    void an_option_whose_leg_was_left_out_is_told_and_never_kept() {
        Desk desk = Desk.empty().say("2024-03-01 SELL -1 " + PUT + " $400.00").done();

        desk.takeOnly("2024-03-15 ASSIGNED 1 " + PUT + " OF_ASSIGNMENT");

        assertThat(desk.undelivered()).containsExactly("l2");
        assertThatThrownBy(desk::changes).hasMessageContaining("whose shares did not follow: lines [l2]");
    }
}
