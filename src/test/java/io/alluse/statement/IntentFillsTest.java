package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three accounts that share a brokerage account; the routing table gives all of it to GEN (docs/rules.md 4.5, 5.6). */
class IntentFillsTest {

    private static final String MAIN = "A-000001";

    private StatementDesk desk;

    @BeforeEach
    void create() {
        desk = StatementDesk.of("name,capital,mapping\nShared,500000,per-main\n");
        desk.execute("update announcement set state = 'withdrawn'");
        desk.execute("insert into account_override (subject_id, effective_on, key, value, source)"
                + " select id, '2026-01-05', 'routing', '[option any any GEN, stock any any GEN]', 'routing'"
                + " from main_account");
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    /** As if event 1 of the account had asked for it. */
    private void intend(String tier, int no, String kind, String symbol, int quantity, String until, String state) {
        desk.execute("""
                insert into order_intent (account_id, event_no, no, business_date, kind, symbol, quantity, budget, price,
                    price_date, delta_from, delta_to, valid_from, valid_until, state, ended_on, ended_no, cause)
                select id, 1, %2$d, '2026-01-30', '%3$s', '%4$s', %5$d, 100000, 1, '2026-01-30',
                    case when '%3$s' = 'CONTRACTS' then 40 end, case when '%3$s' = 'CONTRACTS' then 50 end, '%6$s', '%6$s', '%7$s',
                    case when '%7$s' <> 'OPEN' then date '2026-02-06' end, case when '%7$s' <> 'OPEN' then 1 end,
                    case when '%7$s' = 'CANCELLED' then 'by ann: no' end
                from account where tier = '%1$s'""".formatted(tier, no, kind, symbol, quantity, until, state));
    }

    private StatementReport run(String... lines) {
        return desk.run(StatementDesk.robinhood(lines), MAIN, StatementDesk.DAY, true);
    }

    private List<String> intents() {
        return desk.rows("""
                select a.tier || ' ' || i.no || ' ' || i.state || ' ' || i.filled from order_intent i
                join account a on a.id = i.account_id order by i.account_id, i.no""");
    }

    private List<String> lots() {
        return desk.rows("select a.tier || ' ' || l.instrument || ' ' || l.quantity from lot l"
                + " join account a on a.id = l.account_id order by a.id, l.no");
    }

    @Test
    void of_two_that_could_take_a_line_the_one_that_asked_for_it_does() {
        intend("COM", 1, "SHARES", "MSFT", 10, "2026-02-03", "OPEN");
        run(
                "2/3/2026 | MSFT | Microsoft | Buy | 10 | $400.00 | ($4,000.00)",
                "2/4/2026 | MSFT | Microsoft | Buy | 1 | $400.00 | ($400.00)");
        assertThat(lots()).as("what nobody asked for goes by the table").containsExactly("GEN MSFT 1", "COM MSFT 10");
        assertThat(intents()).containsExactly("COM 1 FILLED 10");
        assertThat(desk.rows("select filled_on, quantity, spent, after_no from order_intent_fill"))
                .containsExactly("2026-02-03 10 4000.00 2");
        assertThat(
                        desk.rows(
                                "select filled_by = (select line_id from order_intent_fill), ended_on, ended_no from order_intent"))
                .containsExactly("t 2026-02-03 2");
    }

    @Test
    void a_block_is_divided_among_those_who_asked_for_it() {
        intend("REV", 1, "CONTRACTS", "TSLA", 2, "2026-02-03", "OPEN");
        intend("COM", 1, "CONTRACTS", "TSLA", 5, "2026-02-03", "OPEN");
        run(
                "2/3/2026 | TSLA | TSLA 3/20/2026 Put $200.00 | STO | 4 | $2.00 | $799.84",
                "2/4/2026 | TSLA | TSLA 3/20/2026 Put $200.00 | STO | 4 | $2.00 | $799.84");
        assertThat(lots())
                .as("more than they asked for is the last one's")
                .containsExactly(
                        "REV TSLA 2026-03-20 200 P -2", "COM TSLA 2026-03-20 200 P -2", "COM TSLA 2026-03-20 200 P -4");
        assertThat(intents()).containsExactly("REV 1 FILLED 2", "COM 1 FILLED 5");
        assertThat(desk.rows("select account_id & 65535, filled_on, quantity from order_intent_fill order by 1, 2"))
                .containsExactly("2 2026-02-03 2", "3 2026-02-03 2", "3 2026-02-04 3");
    }

    @Test
    void a_late_line_fills_what_had_expired_if_it_is_of_its_days_and_nothing_that_was_cancelled() {
        intend("REV", 1, "SHARES", "MSFT", 1, "2026-02-03", "EXPIRED");
        intend("COM", 1, "SHARES", "AAPL", 1, "2026-02-03", "EXPIRED");
        intend("COM", 2, "SHARES", "NVDA", 1, "2026-02-03", "CANCELLED");
        run(
                "2/3/2026 | MSFT | Microsoft | Buy | 1 | $400.00 | ($400.00)",
                "2/3/2026 | NVDA | NVIDIA | Buy | 1 | $100.00 | ($100.00)",
                "2/4/2026 | AAPL | Apple | Buy | 1 | $200.00 | ($200.00)");
        assertThat(intents()).containsExactly("REV 1 FILLED 1", "COM 1 EXPIRED 0", "COM 2 CANCELLED 0");
        assertThat(desk.rows("select ended_on, ended_no from order_intent where state = 'FILLED'"))
                .as("it ended, and its budget was free, when it expired")
                .containsExactly("2026-02-06 1");
        assertThat(lots()).containsExactly("GEN NVDA 1", "GEN AAPL 1", "REV MSFT 1");
    }

    @Test
    void a_line_that_is_refused_or_comes_twice_fills_nothing() {
        intend("COM", 1, "SHARES", "MSFT", 10, "2026-02-03", "OPEN");
        String line = "2/3/2026 | MSFT | Microsoft | Buy | 4 | $400.00 | ($1,600.00)";
        run(line);
        run(line, "2/4/2026 | | ACH Deposit | ACH | | | $1,000.00");
        assertThat(intents()).containsExactly("COM 1 OPEN 4");
        assertThat(desk.rows("select count(*) from order_intent_fill")).containsExactly("1");
    }
}
