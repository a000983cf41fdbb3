package io.alluse.allocation;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Period;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weeks and quarters of real accounts, as a story: docs/rules.md 5.4 to 5.7. */
class PeriodSweepTest {

    private static final BusinessDay FIRST_WEEK = BusinessDay.parse("2026-01-09");
    private static final BusinessDay SECOND_WEEK = BusinessDay.parse("2026-01-16");
    private static final BusinessDay QUARTER = BusinessDay.parse("2026-03-31");
    private static final String PLAN = """
            name,capital,gen_reference,rev_reference,com_reference
            One,500000,G:1,R:1,C:1
            """;

    @Test
    void weeks_are_told_apart_by_marks_and_the_quarter_by_its_own() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("2000", FIRST_WEEK.date());
            SweepReport first = close(desk, Period.WEEK, FIRST_WEEK);
            assertThat(first.tally().of(POSTED)).isEqualTo(1);
            assertThat(first.tally().of(NOTHING)).isEqualTo(2);
            assertThat(first.tally().moved().of(LedgerAccount.ALLOCATED_CONTRACTS))
                    .hasToString("1400.00");

            desk.earn("-500", SECOND_WEEK.date());
            SweepReport loss = close(desk, Period.WEEK, SECOND_WEEK);
            assertThat(loss.tally().moved().of(LedgerAccount.ALLOCATED_CONTRACTS))
                    .hasToString("0.00");
            assertThat(explained(desk, loss.run(), "A-000001-GEN"))
                    .contains("nothing is allocated: no gain in the period");

            SweepReport quarter = close(desk, Period.QUARTER, QUARTER);
            assertThat(quarter.tally().of(POSTED)).isEqualTo(2);
            assertThat(quarter.tally().moved().of(LedgerAccount.ALLOCATED_LEAPS))
                    .hasToString("525.00");
            assertThat(explained(desk, quarter.run(), "A-000001-COM"))
                    .contains("gain since the opening: 1,500.00, tax 450.00, after tax 1,050.00")
                    .contains("allocated: the gain after tax 1,050.00 to shares 787.50, LEAPS 262.50");
            assertThat(desk.isClean(Objects.requireNonNull(quarter.run().digest())))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             JOB     | CLOSED     | LATE       | REASON
             WEEK    | 2026-01-16 | 2026-01-09 | weekly-reinvestment of 2026-01-09 comes too late: run 2 has closed 2026-01-16, and what is posted since counts in the period after it; give a later --date; nothing was posted
             QUARTER | 2026-06-30 | 2026-03-31 | quarterly-allocation of 2026-03-31 comes too late: run 2 has closed 2026-06-30, and what is posted since counts in the period after it; give a later --date; nothing was posted
            """, useHeadersInDisplayName = true)
    void a_date_before_one_that_was_closed_is_refused_at_once(Period job, String closed, String late, String reason) {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            close(desk, job, BusinessDay.parse(closed));
            assertThatThrownBy(() -> close(desk, job, BusinessDay.parse(late)))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT))
                    .hasMessage(reason);
            assertThat(desk.number("select count(*) from run where job = '" + job.rule() + "'"))
                    .isEqualTo(1);
        }
    }

    /** The account that the first week has set aside was closed by the second one; the others are not concerned. */
    @Test
    void an_account_that_was_set_aside_and_closed_since_is_set_aside_again() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            desk.tamper("alter table account_head add constraint planted check (week_date is null)");
            assertThat(close(desk, Period.WEEK, FIRST_WEEK).tally().of(SET_ASIDE))
                    .isEqualTo(1);
            desk.tamper("alter table account_head drop constraint planted");
            assertThat(close(desk, Period.WEEK, SECOND_WEEK).tally().of(POSTED)).isEqualTo(1);
            SweepReport again = desk.run(
                    new PeriodJob(Period.WEEK, desk.session(), PolicyBook.shipped()),
                    SweepDesk.order(FIRST_WEEK, true));
            assertThat(again.tally().of(SET_ASIDE)).isEqualTo(1);
            assertThat(desk.rows("select reason from account_outcome where run_id = "
                            + again.run().id() + " and pass = 2"))
                    .containsExactly("its period has been closed on 2026-01-16 already");
        }
    }

    @Test
    void a_mark_that_was_tampered_with_is_found() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("2000", FIRST_WEEK.date());
            SweepReport report = close(desk, Period.WEEK, FIRST_WEEK);
            String digest = Objects.requireNonNull(report.run().digest());
            assertThat(desk.isClean(digest)).isTrue();
            desk.tamper("update account_head set week_gain = week_gain - 1 where week_date is not null");
            assertThat(desk.isClean(digest)).isFalse();
        }
    }

    @Test
    void a_date_within_a_period_is_refused_with_the_one_to_give() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of(PLAN);
                SweepDesk desk = SweepDesk.on(database)) {
            assertThatThrownBy(() -> close(desk, Period.WEEK, BusinessDay.parse("2026-01-08")))
                    .isInstanceOf(Fault.class)
                    .hasMessage("weekly-reinvestment: 2026-01-08 is not the last business day of its week;"
                            + " give --date 2026-01-09");
        }
    }

    private static SweepReport close(SweepDesk desk, Period period, BusinessDay date) {
        SweepReport report =
                desk.run(new PeriodJob(period, desk.session(), PolicyBook.shipped()), SweepDesk.order(date, false));
        assertThat(report.run().outcome().isComplete()).isTrue();
        assertThat(report.run().outcome()).isIn(Outcome.COMPLETED, Outcome.COMPLETED_WITH_SET_ASIDES);
        return report;
    }

    private static String explained(SweepDesk desk, Run run, String code) {
        Period period = Period.WEEK.rule().equals(run.key().job()) ? Period.WEEK : Period.QUARTER;
        PolicyBook book = PolicyBook.shipped();
        return String.join(
                "\n",
                new Explaining<>(new PeriodJob(period, desk.session(), book), desk.session(), desk.runs(), book)
                        .explain(run, code)
                        .again()
                        .lines());
    }
}
