package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three accounts that share a brokerage account: GEN 100,000, REV 150,000, COM 250,000. */
class RoutingTest {

    private static final String MAIN = "A-000001";

    private StatementDesk desk;

    @BeforeEach
    void create() {
        desk = StatementDesk.of("name,capital,mapping\nShared,500000,per-main\n");
        desk.execute("update announcement set state = 'withdrawn'");
        desk.execute("insert into account_override (subject_id, effective_on, key, value, source)"
                + " select id, '2026-01-05', 'routing', '[option TSLA sell GEN, stock any buy COM]', 'routing'"
                + " from main_account");
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    private StatementReport run(String... lines) {
        return desk.run(StatementDesk.robinhood(lines), MAIN, StatementDesk.DAY, true);
    }

    /** {@code GEN CASH>SECURITIES 100.00}. */
    private List<String> moved() {
        return desk.rows("""
                select a.tier || ' ' || v.from_account || '>' || v.to_account || ' ' || v.amount
                from movement v join account a on a.id = v.account_id
                where v.event_no > 1 order by v.effective_date, a.id, v.seq""");
    }

    @Test
    void a_trade_that_opens_goes_where_the_policy_says() {
        run(
                "2/2/2026 | TSLA | TSLA 3/20/2026 Put $200.00 | STO | 1 | $2.00 | $199.96",
                "2/3/2026 | MSFT | Microsoft | Buy | 10 | $400.00 | ($4,000.00)");
        assertThat(moved()).containsExactly("GEN SHORT_OPTIONS>CASH 199.96", "COM CASH>SECURITIES 4000.00");
    }

    @Test
    void what_closes_goes_to_whom_it_belongs_whatever_the_table_says() {
        run(
                "2/2/2026 | TSLA | TSLA 3/20/2026 Put $200.00 | STO | 2 | $2.00 | $399.92",
                "2/9/2026 | TSLA | TSLA 3/20/2026 Put $200.00 | BTC | 2 | $1.00 | ($200.08)");
        assertThat(moved())
                .containsExactly(
                        "GEN SHORT_OPTIONS>CASH 399.92",
                        "GEN CASH>SHORT_OPTIONS 200.08",
                        "GEN PREMIUM>SHORT_OPTIONS 199.84");
        assertThat(desk.rows("select count(*) from lot where open_quantity <> 0"))
                .containsExactly("0");
    }

    @Test
    void what_nobody_holds_and_no_route_takes_is_rejected() {
        StatementReport report =
                run("2/3/2026 | AAPL | Option Expiration for AAPL 2/3/2026 Call $215.00 | OEXP | 1 | |");
        assertThat(report.counts().rejected()).isEqualTo(1);
    }

    @Test
    void a_deposit_follows_the_target_and_interest_what_each_is_worth() {
        run("2/2/2026 | | ACH Deposit | ACH | | | $1,000.00", "2/3/2026 | | Interest Payment | INT | | | $10.01");
        assertThat(moved())
                .containsExactly(
                        "GEN CAPITAL>CASH 200.00",
                        "REV CAPITAL>CASH 300.00",
                        "COM CAPITAL>CASH 500.00",
                        "GEN INTEREST>CASH 2.00",
                        "REV INTEREST>CASH 3.00",
                        "COM INTEREST>CASH 5.01");
    }

    @Test
    void a_withdrawal_is_paid_by_those_who_allow_it() {
        run("2/2/2026 | | ACH Withdrawal | ACH | | | ($250.00)");
        assertThat(moved()).containsExactly("GEN CASH>WITHDRAWALS 100.00", "REV CASH>WITHDRAWALS 150.00");
    }
}
