package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/rules.md 4.2 to 4.8, each story with a main account and dates of its own: GEN 100,000, REV 150,000, COM 250,000. */
class FundingStoriesTest {

    private static FundingDesk desk;

    /** For stories in which jobs act that would touch the accounts of the others. */
    private static FundingDesk other;

    @BeforeAll
    static void capitalize() {
        desk = FundingDesk.ofMains(12);
        other = FundingDesk.ofMains(3);
    }

    @AfterAll
    static void drop() {
        desk.close();
        other.close();
    }

    @AfterEach
    void the_ledgers_are_sound() {
        desk.run(0, "ledger verify");
        other.run(0, "ledger verify");
    }

    @Test
    void negative_cash_is_covered_and_what_is_missing_is_told_once_until_it_is_there() {
        String gen = "A-000001-GEN";
        desk.statement(gen, "2026-02-02", "2/2/2026 ACH -96000");
        desk.funding("2026-02-02");
        assertThat(desk.movements(gen)).containsExactly("CASH>WITHDRAWALS 96000.00", "BUFFER>CASH 1000.00");
        assertThat(desk.head(gen)).isEqualTo("ACTIVE 4000.00 0.00 0.00");
        long run = desk.rows().number("select max(id) from run");
        assertThat(desk.run(0, "job explain " + run + " " + gen))
                .contains(
                        "BUFFER → CASH  1,000.00", "cover: cash is -1,000.00", "cover: BUFFER holds 5,000.00, to cash");

        desk.statement(gen, "2026-02-03", "2/3/2026 ACH -5000");
        desk.funding("2026-02-03");
        String debit = "margin-debit: cash is short by 1,000.00 and nothing is left to cover it; nothing is allocated";
        assertThat(desk.head(gen)).as("the base never falls below zero").isEqualTo("ACTIVE 0.00 -1000.00 0.00");
        assertThat(desk.alerts(gen)).containsExactly(debit);
        desk.funding("2026-02-04");
        assertThat(desk.alerts(gen)).containsExactly(debit);
        assertThat(desk.run(0, "set-aside list --all")).isEmpty();

        desk.statement(gen, "2026-02-05", "2/5/2026 ACH 1000");
        desk.funding("2026-02-05");
        assertThat(desk.alerts(gen)).isEmpty();
    }

    @Test
    void a_deposit_makes_a_drift_that_transfers_restore_and_their_lines_settle() {
        String gen = "A-000002-GEN";
        desk.statement(gen, "2026-03-02", "3/2/2026 ACH 40000");
        assertThat(desk.head(gen)).isEqualTo("ACTIVE 140000.00 135000.00 0.00");
        desk.funding("2026-03-02");
        assertThat(desk.alerts("A-000002"))
                .containsExactly("drift: more than 5 points off its split: GEN has 25.93% instead of 20%");
        assertThat(desk.transfers("A-000002"))
                .containsExactly(
                        "A-000002-GEN A-000002-REV 12000.00 proposed", "A-000002-GEN A-000002-COM 20000.00 proposed");
        desk.funding("2026-03-03");
        assertThat(desk.transfers("A-000002")).as("what stands stays").hasSize(2);

        long first = number("A-000002-REV");
        assertThat(desk.run(6, "transfer execute " + first + " --date 2026-02-27"))
                .contains("was proposed on 2026-03-0", "it cannot be decided on 2026-02-27");
        assertThat(desk.run(0, "transfer execute " + first + " --date 2026-03-03"))
                .isEqualTo("transfer " + first + " of 12,000.00 from A-000002-GEN to A-000002-REV: executed on"
                        + " 2026-03-03 as A-000002-GEN/3\n");
        assertThat(desk.run(6, "transfer execute " + first)).contains("was executed on 2026-03-03");
        desk.run(0, "transfer decline " + number("A-000002-COM") + " --reason later --date 2026-03-03");
        assertThat(desk.head(gen)).isEqualTo("ACTIVE 128000.00 123000.00 0.00");
        assertThat(desk.head("A-000002-REV")).isEqualTo("ACTIVE 162000.00 154500.00 0.00");
        desk.funding("2026-03-04");
        assertThat(desk.alerts("A-000002")).isEmpty();
        assertThat(desk.transfers("A-000002"))
                .containsExactly(
                        "A-000002-GEN A-000002-REV 12000.00 executed", "A-000002-GEN A-000002-COM 20000.00 declined");

        desk.statement(gen, "2026-03-05", "3/5/2026 ITRF -12000");
        assertThat(desk.run(0, "transfer show " + first)).contains("1 of 2 announced");
        desk.statement("A-000002-REV", "2026-03-06", "3/6/2026 ITRF 12000");
        assertThat(desk.run(0, "transfer show " + first)).contains("settled");
        assertThat(desk.movements(gen)).containsExactly("CAPITAL>CASH 40000.00", "CASH>TRANSFERS 12000.00");
        assertThat(desk.movements("A-000002-REV")).containsExactly("TRANSFERS>CASH 12000.00");
    }

    private static long number(String to) {
        return desk.rows()
                .number("select max(t.id) from transfer t join account r on r.id = t.to_id where r.code = '" + to
                        + "'");
    }

    @Test
    void a_transfer_that_no_statement_shows_is_overdue_until_one_does() {
        desk.run(0, "transfer make A-000003-REV A-000003-GEN 500.25 --reason test --date 2026-04-01");
        desk.funding("2026-04-23");
        assertThat(desk.alerts("A-000003-REV")).isEmpty();
        desk.funding("2026-04-24");
        assertThat(desk.alerts("A-000003-REV"))
                .containsExactly(
                        "announcement-overdue: 500.25 was to leave by 2026-04-23 (event 2), and no statement shows it");
        assertThat(desk.alerts("A-000003-GEN")).hasSize(1);
        desk.statement("A-000003-REV", "2026-04-27", "4/2/2026 ITRF -500.25");
        desk.funding("2026-04-27");
        assertThat(desk.alerts("A-000003-REV")).isEmpty();
        assertThat(desk.alerts("A-000003-GEN")).hasSize(1);
    }

    @Test
    void under_per_main_a_deposit_is_split_and_a_transfer_settles_at_once() {
        desk.statement("A-000012", "2026-02-09", "2/9/2026 ACH 1000");
        assertThat(desk.movements("A-000012-GEN")).containsExactly("CAPITAL>CASH 200.00");
        assertThat(desk.movements("A-000012-COM")).containsExactly("CAPITAL>CASH 500.00");
        desk.run(0, "transfer make A-000012-REV A-000012-GEN 100 --reason test --date 2026-02-09");
        assertThat(desk.rows()
                        .number("select count(*) from announcement n join event e on e.account_id = n.account_id"
                                + " and e.no = n.event_no where e.ref like 'A-000012%'"))
                .isZero();
        assertThat(desk.head("A-000012-REV")).isEqualTo("ACTIVE 150200.00 142700.00 0.00");
    }

    @Test
    void what_the_owner_withdrew_from_com_lowers_the_base() {
        String com = "A-000004-COM";
        desk.statement(com, "2026-02-10", "2/10/2026 ACH -10000");
        assertThat(desk.head(com)).isEqualTo("SUSPENDED 250000.00 227500.00 10000.00");
        desk.funding("2026-02-10");
        assertThat(desk.alerts(com)).containsExactly("suspense: 10,000.00 has left, and it allows no withdrawals");
        assertThat(desk.run(0, "suspense list")).contains(com + "  10,000.00  2026-02-10  SUSPENDED");
        assertThat(desk.run(4, "account resume " + com + " --reason test")).contains("holds SUSPENSE 10000.00");
        assertThat(desk.run(2, "suspense resolve " + com + " --as gift --reason test"))
                .contains("--as gift: expected owner-withdrawal, returned or tax-payment");
        assertThat(desk.run(2, "suspense resolve " + com + " --as returned --amount 10000.01 --reason test"))
                .contains("expected more than zero and no more than 10000.00");
        String resolve = "suspense resolve " + com + " --as owner-withdrawal --reason test --date 2026-02-11";
        assertThat(desk.run(0, resolve + " --amount 4000")).contains("4,000.00 withdrawn by the owner, event 3");
        assertThat(desk.alerts(com)).containsExactly("suspense: 6,000.00 has left, and it allows no withdrawals");
        desk.run(0, resolve);
        assertThat(desk.alerts(com)).isEmpty();
        assertThat(desk.run(6, resolve)).contains("has nothing in SUSPENSE");
        assertThat(desk.head(com)).isEqualTo("SUSPENDED 240000.00 227500.00 0.00");
        desk.run(0, "account resume " + com + " --reason test --date 2026-02-11");
    }

    @Test
    void what_is_returned_is_awaited_and_the_line_that_returns_it_posts_nothing() {
        String com = "A-000005-COM";
        desk.statement(com, "2026-02-12", "2/12/2026 ACH -10000");
        assertThat(desk.run(0, "suspense resolve " + com + " --as returned --reason test --date 2026-02-16"))
                .contains("announced from 2026-02-12 on", "SUSPENSE → CASH  10,000.00");
        assertThat(desk.head(com)).isEqualTo("SUSPENDED 250000.00 237500.00 0.00");
        desk.statement(com, "2026-02-17", "2/13/2026 ACH 10000");
        assertThat(desk.head(com)).as("nothing is posted twice").isEqualTo("SUSPENDED 250000.00 237500.00 0.00");
        assertThat(desk.movements(com)).containsExactly("CASH>SUSPENSE 10000.00", "SUSPENSE>CASH 10000.00");
    }

    @Test
    void what_was_returned_and_posted_as_a_deposit_is_no_new_capital() {
        String com = "A-000006-COM";
        desk.statement(com, "2026-02-18", "2/17/2026 ACH -10000", "2/18/2026 ACH 10000");
        assertThat(desk.head(com)).isEqualTo("SUSPENDED 260000.00 237500.00 10000.00");
        assertThat(desk.run(0, "suspense resolve " + com + " --as returned --reason test --date 2026-02-18"))
                .contains("returned by the deposit of line", "SUSPENSE → CAPITAL  10,000.00");
        assertThat(desk.head(com)).isEqualTo("SUSPENDED 250000.00 237500.00 0.00");
    }

    @Test
    void tax_that_com_has_paid_comes_out_of_its_reserve() {
        String com = "A-000001-COM";
        other.statement(com, "2026-02-19", "2/19/2026 INT 40000");
        other.run(0, "job run tax-and-buffer --date 2026-02-19");
        other.statement(com, "2026-02-20", "2/20/2026 ACH -5000");
        assertThat(other.run(0, "suspense resolve " + com + " --as tax-payment --reason test --date 2026-02-20"))
                .contains("SUSPENSE → TAX_PAYABLE  5,000.00", "TAX_RESERVE → CASH  5,000.00");
        assertThat(other.rows()
                        .of("select -h.tax_payable, h.tax_reserve, h.base from account_head h"
                                + " join account a on a.id = h.account_id where a.code = '" + com + "'"))
                .containsExactly("7000.00 7000.00 250000.00");
    }

    @Test
    void a_split_that_changes_moves_nothing_and_is_proposed_from_its_date() {
        desk.run(
                0,
                "account configure A-000008 --split 30/20/50 --reason test --yes --date 2026-05-04 --effective 2026-05-06");
        desk.funding("2026-05-05");
        assertThat(desk.alerts("A-000008")).isEmpty();
        desk.funding("2026-05-06");
        assertThat(desk.alerts("A-000008"))
                .containsExactly("drift: more than 5 points off its split: GEN has 20% instead of 30%,"
                        + " REV has 30% instead of 20%");
        assertThat(desk.transfers("A-000008")).containsExactly("A-000008-REV A-000008-GEN 50000.00 proposed");
        assertThat(desk.movements("A-000008-REV")).isEmpty();
        desk.run(0, "account configure A-000008 --split 30/25/45 --reason test --yes --date 2026-05-07");
        desk.funding("2026-05-07");
        assertThat(desk.transfers("A-000008"))
                .containsExactly(
                        "A-000008-REV A-000008-GEN 50000.00 superseded", "A-000008-REV A-000008-GEN 25000.00 proposed");
        assertThat(desk.alerts("A-000008"))
                .containsExactly("drift: more than 5 points off its split: GEN has 20% instead of 30%;"
                        + " A-000008-COM keeps 25,000.00 too much: allows no withdrawals");
    }

    @Test
    void a_deposit_in_the_middle_of_a_week_is_base_and_no_gain() {
        String gen = "A-000002-GEN";
        other.statement(gen, "2026-02-11", "2/11/2026 ACH 3000");
        other.run(0, "job run weekly-reinvestment --date 2026-02-13");
        assertThat(other.movements(gen)).containsExactly("CAPITAL>CASH 3000.00", "CASH>BUFFER 150.00");
        assertThat(other.head(gen)).isEqualTo("ACTIVE 103000.00 97850.00 0.00");
    }

    @Test
    void transfers_that_may_not_be_are_refused_on_one_line() {
        refused(4, "A-000010-COM A-000010-GEN 1", "A-000010-COM is a COM account and allows no withdrawals");
        refused(4, "A-000010-GEN A-000010-REV 95000.01", "A-000010-GEN has free cash of 95,000.00 only");
        refused(2, "A-000010-GEN A-000010-GEN 1", "a transfer has two ends, was A-000010-GEN twice");
        refused(2, "A-000010-GEN A-000011-GEN 1", "belong to different main accounts (A-000010, A-000011)");
        refused(2, "A-000010-GEN A-000010-REV 0", "is dollars and cents above zero, was 0.00");
        refused(2, "A-000010-GEN A-000010-REV 0.001", "is dollars and cents above zero, was 0.001");
        refused(2, "A-000010-GEN A-000010-REV ten", "AMOUNT ten: is not an amount");
        refused(5, "A-000010-GEN A-000099-REV 1", "no account A-000099-REV");
        desk.run(0, "account suspend A-000010-REV --reason test --date 2026-02-02");
        refused(4, "A-000010-GEN A-000010-REV 1", "A-000010-REV is SUSPENDED, not ACTIVE");
        desk.rows().execute("""
                insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)
                select id, 'cash', 1, 2, '2026-02-02', '2026-02-02', 'x' from brokerage_account where reference = 'G:10'""");
        refused(4, "A-000010-GEN A-000010-COM 1", "A-000010-GEN has an open break");
        assertThat(desk.movements("A-000010-GEN")).isEmpty();
    }

    private static void refused(int exit, String words, String line) {
        assertThat(desk.run(exit, "transfer make " + words + " --reason test --date 2026-02-02"))
                .contains(line);
    }

    @Test
    void an_alert_is_acknowledged_and_stands_until_it_is_gone() {
        desk.statement("A-000011-REV", "2026-07-01", "7/1/2026 ACH -160000");
        desk.funding("2026-07-01");
        long id = desk.rows()
                .number("select max(l.id) from alert l join account a on a.id = l.subject_id"
                        + " where a.code = 'A-000011-REV' and l.kind = 'margin-debit'");
        assertThat(desk.run(0, "alert show " + id)).contains("cash is short by 10,000.00");
        assertThat(desk.run(0, "alert acknowledge " + id + " --reason known")).contains("acknowledged by ");
        assertThat(desk.run(6, "alert acknowledge " + id + " --reason again")).contains("is acknowledged, by ");
        desk.funding("2026-07-02");
        assertThat(desk.run(0, "alert list --account A-000011-REV")).contains("acknowledged");
        desk.statement("A-000011-REV", "2026-07-03", "7/3/2026 ACH 10000");
        desk.funding("2026-07-03");
        assertThat(desk.run(0, "alert list --account A-000011-REV --all --json"))
                .contains("\"state\":\"cleared\"", "\"said\":\"known\"", "\"clearedOn\":\"2026-07-03\"");
        assertThat(desk.run(5, "alert show 999999")).contains("no alert 999999");
    }
}
