package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A main account of 500,000; the GEN of it, with an opening capital of 100,000 announced, gets statements. */
class StatementImportTest {

    private static final BusinessDay NEXT = BusinessDay.parse("2026-03-02");
    private static final String FEBRUARY = StatementDesk.robinhood(
            "1/6/2026  |      | ACH Deposit              | ACH  |     |         | $100,000.00",
            "2/2/2026  |      | Interest Payment         | INT  |     |         | $12.34",
            "2/3/2026  | AAPL | Apple                    | Buy  | 100 | $200.00 | ($20,000.04)",
            "2/4/2026  |      | Gold Subscription Fee    | GOLD |     |         | ($5.00)",
            "2/5/2026  | AAPL | Apple                    | Sell | 50  | $210.00 | $10,499.98",
            "2/5/2026  | AAPL | Apple                    | Sell | 50  | $210.00 | $10,499.98");

    private StatementDesk desk;

    @BeforeEach
    void create() {
        desk = StatementDesk.ofMains(1);
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    @Test
    void every_line_is_posted_or_has_a_verdict() {
        StatementReport report = desk.run(FEBRUARY);
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.seen()).isEqualTo(7);
        assertThat(report.counts()).isEqualTo(new LineCounts(5, 0, 2, 0));
        assertThat(desk.rows("select line, lines, verdict, reason from statement_verdict order by line"))
                .containsExactly("1 1 ignored header", "7 1 ignored settles what event 1 of A-000001-GEN announced");
        assertThat(desk.rows("select state, settled_by is not null from announcement order by account_id"))
                .containsExactly("settled t", "open f", "open f");
    }

    @Test
    void a_day_is_an_event_and_a_line_its_movements() {
        StatementReport report = desk.run(FEBRUARY);
        assertThat(desk.movements(StatementDesk.GEN))
                .containsExactly(
                        "2026-02-02 INTEREST CASH 12.34",
                        "2026-02-03 CASH SECURITIES 20000.04",
                        "2026-02-04 CASH FEES 5.00",
                        "2026-02-05 SECURITIES CASH 10499.98",
                        "2026-02-05 GAINS_SHORT SECURITIES 499.96",
                        "2026-02-05 SECURITIES CASH 10499.98",
                        "2026-02-05 GAINS_SHORT SECURITIES 499.96");
        assertThat(desk.rows(
                        "select no, ref, business_date, effective_date, detail from event where no > 1 order by no"))
                .hasSize(4)
                .first()
                .isEqualTo("2 " + report.ref() + "/2026-02-02 2026-02-27 2026-02-02 {\"lines\":1,\"statement\":\""
                        + report.ref() + "\"}");
        assertThat(desk.rows("select distinct line_id from movement where effective_date = '2026-02-05' order by 1"))
                .containsExactly(report.ref() + ":2", report.ref() + ":3");
        assertThat(desk.rows("select no, instrument, opened, quantity, cost, open_quantity, open_cost from lot"))
                .containsExactly("1 AAPL 2026-02-03 100 20000.04 0 0.00");
        assertThat(desk.rows("select lot_no, seq, closed, quantity, proceeds, cost, term, how from lot_closing"))
                .containsExactly(
                        "1 1 2026-02-05 50 10499.98 10000.02 SHORT TRADE",
                        "1 1 2026-02-05 50 10499.98 10000.02 SHORT TRADE");
        assertThat(desk.isClean()).isTrue();
    }

    @Test
    void the_same_file_again_posts_nothing() {
        desk.run(FEBRUARY);
        var before = desk.chains();
        assertThatThrownBy(() -> desk.run(FEBRUARY)).hasMessageContaining("is already done: run ");
        StatementReport again = desk.run(FEBRUARY, StatementDesk.GEN, NEXT, false);
        assertThat(again.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(again.counts()).isEqualTo(new LineCounts(0, 6, 1, 0));
        assertThat(desk.rows("select line, lines from statement_verdict where verdict = 'duplicate'"))
                .containsExactly("2 6");
        assertThat(desk.chains()).isEqualTo(before);
    }

    /** They trade in step, and their files name no account. */
    @Test
    void equal_files_of_two_accounts_are_imports_of_their_own() {
        String line = StatementDesk.robinhood("2/2/2026 | | Interest Payment | INT | | | $1.00");
        StatementReport first = desk.run(line, StatementDesk.GEN, StatementDesk.DAY, false);
        StatementReport second = desk.run(line, "A-000001-REV", StatementDesk.DAY, false);
        assertThat(second.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(second.counts().posted()).isEqualTo(1);
        assertThat(second.ref()).isNotEqualTo(first.ref());
        assertThatThrownBy(() -> desk.run(line, "A-000001-REV", StatementDesk.DAY, false))
                .hasMessageContaining("is already done: run " + second.run().id());
    }

    @Test
    void of_equal_lines_only_those_beyond_what_is_kept_are_new() {
        desk.run(StatementDesk.robinhood(
                "2/2/2026 | | Interest Payment | INT | | | $1.00", "2/2/2026 | | Interest Payment | INT | | | $1.00"));
        StatementReport overlapping = desk.run(StatementDesk.robinhood(
                "2/2/2026 | | Interest Payment | INT | | | $1.00",
                "2/2/2026 | | Interest Payment | INT | | | $1.00",
                "2/2/2026 | | Interest Payment | INT | | | $1.00",
                "2/3/2026 | | Interest Payment | INT | | | $1.00"));
        assertThat(overlapping.counts()).isEqualTo(new LineCounts(2, 2, 1, 0));
        assertThat(desk.movements(StatementDesk.GEN)).hasSize(4);
    }

    @Test
    void a_file_with_a_rejected_line_is_refused_as_a_whole_or_taken_in_part() {
        String file = StatementDesk.robinhood(
                "2/2/2026 |      | Interest Payment                                    | INT  |   | | $1.00",
                "2/3/2026 | AAPL | Option Expiration for AAPL 2/3/2026 Call $215.00    | OEXP | 1 | |",
                "2/4/2026 |      | Interest Payment                                    | WHAT |   | | $2.00");
        var before = desk.chains();
        StatementReport refused = desk.run(file);
        assertThat(refused.refused()).isTrue();
        assertThat(refused.run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused.run().failure()).isEqualTo("2 lines were rejected, so nothing was posted");
        assertThat(refused.rejected()).extracting(Verdict::line).containsExactly(2L, 3L);
        assertThat(refused.withheld()).isEqualTo(1);
        assertThat(desk.chains()).isEqualTo(before);
        StatementReport partly = desk.run(file, StatementDesk.GEN, StatementDesk.DAY, true);
        assertThat(partly.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
        assertThat(partly.counts()).isEqualTo(new LineCounts(1, 0, 1, 2));
        StatementReport again = desk.run(file, StatementDesk.GEN, StatementDesk.DAY, true);
        assertThat(again.counts()).as("once more the same day").isEqualTo(new LineCounts(0, 1, 1, 2));
    }

    @Test
    void in_many_pages_it_is_the_same_ledger() {
        desk.run(FEBRUARY);
        try (StatementDesk other = StatementDesk.ofMains(1)) {
            other.inSmallPages(FEBRUARY, StatementDesk.GEN);
            assertThat(other.chains()).isEqualTo(desk.chains());
            assertThat(other.rows("select count(*) from statement_page")).containsExactly("0");
        }
    }

    @Test
    void without_an_account_the_file_is_refused_as_a_whole() {
        assertThatThrownBy(() -> desk.run(FEBRUARY, null, StatementDesk.DAY, false))
                .hasMessageEndingWith(": does not say whose account it is; name it with --account CODE, or put the file"
                        + " into the directory of its account in the inbox");
    }
}
