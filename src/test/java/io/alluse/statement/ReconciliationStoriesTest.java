package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two main accounts of 500,000, opened on 5 January: the GEN of the first has 100,000 announced and is U1 at the broker, the second
 * shares M2 among its accounts.
 */
class ReconciliationStoriesTest {

    private static final String JANUARY = "January 1, 2026 - January 31, 2026";
    private static final String FEBRUARY = "February 1, 2026 - February 28, 2026";
    private static final String MARCH = "March 1, 2026 - March 31, 2026";
    private static final BusinessDay DAY = BusinessDay.parse("2026-04-01");

    private StatementDesk desk;

    @BeforeEach
    void capitalize() {
        desk = StatementDesk.of("""
                name,capital,mapping,gen_reference,main_reference
                One,500000,,U1,
                Two,500000,per-main,,M2
                """);
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    private StatementReport run(IbText statement) {
        StatementPreview preview = desk.preview(statement.text(), null, DAY);
        StatementReport report = desk.run(statement.text(), null, DAY, false);
        assertThat(preview.counts()).isEqualTo(report.counts());
        assertThat(report.run().outcome()).as(report.toString()).isEqualTo(Outcome.COMPLETED);
        return report;
    }

    private static IbText u1(String period, String starting, String ending) {
        return IbText.of("U1", period, starting, ending);
    }

    private List<String> announcements() {
        return desk.rows("""
                select a.code, n.state, n.settled_on from announcement n join account a on a.id = n.account_id
                order by a.id""");
    }

    private List<String> breaks() {
        return desk.rows("""
                select coalesce(instrument, kind), difference, since, as_of, state, gone_on
                from reconciliation_break order by id""");
    }

    private List<String> verdicts() {
        return desk.rows("select reason from statement_verdict where reason like 'settles%'");
    }

    private List<String> overdue(String date) {
        List<String> found = new ArrayList<>();
        new Announcements(desk.session(), PolicyBook.shipped())
                .list(
                        LocalDate.parse(date),
                        true,
                        100,
                        one -> found.add(one.announcement().code() + " until " + one.until()));
        return found;
    }

    private boolean isBlocked(String code) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        return new Breaks(desk.session()).blocked(List.of(id)).contains(id);
    }

    @Test
    void the_deposit_of_the_opening_capital_is_not_posted_again() {
        List<String> before = desk.chains();
        run(u1(JANUARY, "0", "100000").deposit("2026-01-07", "100000"));
        assertThat(verdicts()).containsExactly("settles what event 1 of A-000001-GEN announced");
        assertThat(announcements().getFirst()).isEqualTo("A-000001-GEN settled 2026-01-07");
        assertThat(desk.chains()).isEqualTo(before);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void capital_that_is_there_when_the_statement_begins_was_the_opening_capital() {
        run(u1(JANUARY, "100000", "100012.34").interest("2026-01-30", "12.34"));
        assertThat(announcements().getFirst()).isEqualTo("A-000001-GEN settled 2026-01-01");
        assertThat(desk.movements("A-000001-GEN")).containsExactly("2026-01-30 INTEREST CASH 12.34");
        assertThat(breaks()).isEmpty();
    }

    @Test
    void a_deposit_on_top_of_it_is_money_of_its_own() {
        run(u1(JANUARY, "100000", "200000").deposit("2026-01-07", "100000"));
        assertThat(desk.movements("A-000001-GEN")).containsExactly("2026-01-07 CAPITAL CASH 100000.00");
        assertThat(verdicts()).isEmpty();
        assertThat(breaks()).isEmpty();
    }

    @Test
    void a_statement_without_lines_settles_and_ties_too() {
        run(u1(JANUARY, "100000", "100000"));
        assertThat(announcements().getFirst()).isEqualTo("A-000001-GEN settled 2026-01-01");
        assertThat(breaks()).isEmpty();
    }

    @Test
    void accounts_that_share_a_brokerage_account_get_their_opening_capital_as_one_sum() {
        List<String> before = desk.chains();
        run(IbText.of("M2", JANUARY, "0", "500000").deposit("2026-01-07", "500000"));
        assertThat(verdicts())
                .containsExactly(
                        "settles what event 1 of A-000002-GEN announced, what event 1 of A-000002-REV announced,"
                                + " what event 1 of A-000002-COM announced");
        assertThat(announcements().subList(3, 6))
                .containsExactly(
                        "A-000002-GEN settled 2026-01-07",
                        "A-000002-REV settled 2026-01-07",
                        "A-000002-COM settled 2026-01-07");
        assertThat(desk.chains()).isEqualTo(before);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void capital_that_comes_too_late_is_a_deposit_and_the_announcement_overdue() {
        assertThat(overdue("2026-01-27")).isEmpty();
        run(u1(JANUARY, "0", "100000").deposit("2026-01-28", "100000"));
        assertThat(overdue("2026-01-28")).hasSize(6).first().isEqualTo("A-000001-GEN until 2026-01-27");
        assertThat(desk.movements("A-000001-GEN")).containsExactly("2026-01-28 CAPITAL CASH 100000.00");
        assertThat(breaks())
                .as("what is announced is not expected at the broker")
                .isEmpty();
    }

    @Test
    void a_break_appears_stays_is_explained_and_goes_away() {
        StatementReport january = run(u1(JANUARY, "0", "99990").deposit("2026-01-07", "100000"));
        assertThat(january.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.expected())
                        .isEqualTo("what it begins with and its lines come to: 100000.00"));
        assertThat(breaks()).containsExactly("cash -10.00 2026-01-31 2026-01-31 open null");
        assertThat(isBlocked("A-000001-GEN")).isTrue();
        assertThat(isBlocked("A-000001-REV")).isFalse();

        run(u1(FEBRUARY, "99990", "99995").interest("2026-02-27", "5"));
        assertThat(breaks()).containsExactly("cash -10.00 2026-01-31 2026-02-28 open null");

        desk.explain(1, "a wire fee that the broker pays back in March");
        assertThat(isBlocked("A-000001-GEN")).isFalse();

        run(u1(MARCH, "99995", "100015").interest("2026-03-31", "10"));
        assertThat(breaks()).containsExactly("cash -10.00 2026-01-31 2026-02-28 gone 2026-03-31");
        assertThat(isBlocked("A-000001-GEN")).isFalse();
    }

    @Test
    void an_explanation_holds_for_its_amount_only() {
        run(u1(JANUARY, "0", "99990").deposit("2026-01-07", "100000"));
        desk.explain(1, "a wire fee");
        run(u1(FEBRUARY, "99990", "99980"));
        assertThat(breaks())
                .containsExactly(
                        "cash -10.00 2026-01-31 2026-01-31 gone 2026-02-28",
                        "cash -20.00 2026-02-28 2026-02-28 open null");
        assertThat(isBlocked("A-000001-GEN")).isTrue();
    }

    @Test
    void a_position_that_the_lines_do_not_lead_to_is_a_break_until_they_do() {
        run(u1(JANUARY, "100000", "100000").holding("TSLA", "10"));
        assertThat(breaks()).containsExactly("TSLA 10 2026-01-31 2026-01-31 open null");
        run(u1(FEBRUARY, "100000", "99000")
                .bought("2026-01-30", "TSLA", 10, 100)
                .holding("TSLA", "10"));
        assertThat(breaks()).containsExactly("TSLA 10 2026-01-31 2026-01-31 gone 2026-02-28");
    }

    @Test
    void an_older_statement_that_comes_later_is_compared_as_of_its_own_end_and_touches_no_break() {
        run(u1(FEBRUARY, "100000", "99000")
                .bought("2026-02-03", "TSLA", 10, 100)
                .holding("TSLA", "10"));
        assertThat(breaks()).isEmpty();
        run(u1(JANUARY, "0", "90000").deposit("2026-01-07", "90000"));
        assertThat(breaks()).isEmpty();
        assertThat(desk.rows("select kind, as_of from reconciliation order by kind"))
                .containsExactly("cash 2026-02-28", "position 2026-02-28");
    }

    @Test
    void what_happened_after_the_end_of_a_statement_is_left_out() {
        String march = StatementDesk.robinhood("3/3/2026 | TSLA | Tesla | Buy | 10 | $200.00 | ($2,000.00)");
        desk.run(march, "A-000001-GEN", DAY, false);
        run(u1(FEBRUARY, "100000", "100000").holding("NVDA", "0"));
        assertThat(breaks()).isEmpty();
    }

    @Test
    void a_wheel_from_the_first_put_to_the_last_call_ties_to_the_broker() throws IOException {
        desk.close();
        desk = StatementDesk.of("name,capital,opening_date,gen_reference\nOne,500000,2025-04-01,U1234567\n");
        StatementReport report =
                desk.run(Files.readString(Path.of("sample-data/statements/interactive-brokers.csv")), null, DAY, false);
        assertThat(report.run().outcome()).as(report.toString()).isEqualTo(Outcome.COMPLETED);
        assertThat(verdicts()).hasSize(1);
        assertThat(breaks()).isEmpty();
        assertThat(desk.rows("select kind, as_of from reconciliation order by kind"))
                .containsExactly("cash 2025-06-30", "position 2025-06-30");
    }
}
