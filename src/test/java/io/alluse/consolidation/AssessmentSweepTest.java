package io.alluse.consolidation;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import io.alluse.performance.ClosedDays;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weekly assessments of a family: docs/rules.md 7.3. */
class AssessmentSweepTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate NEXT = FRIDAY.plusWeeks(1);

    private CapitalizedDatabase database;
    private SweepDesk desk;
    private ForkedFamily family;

    @BeforeEach
    void create() {
        database = ForkedFamily.capitalized();
        desk = SweepDesk.on(database);
        family = ForkedFamily.on(desk);
    }

    @AfterEach
    void drop() {
        desk.close();
        database.close();
    }

    private SweepReport assess(LocalDate date) {
        return desk.run(
                new AssessmentJob(desk.session(), desk.audit("batch")),
                SweepDesk.order(BusinessDay.of(date), false));
    }

    private List<String> recommended() {
        return desk.rows("""
                select a.code, t.code, c.strategy, array_to_string(c.triggers, ','), c.state from consolidation c
                join account a on a.id = c.account_id left join account t on t.id = c.target_id order by c.id""");
    }

    @Test
    void without_enough_days_of_closes_nothing_is_recommended() {
        family.closes(FRIDAY, 59, ForkedFamily.GEN_1, "-0.001 0.0005");
        SweepReport report = assess(FRIDAY);
        assertThat(report.tally().of(NOTHING)).isEqualTo(5);
        assertThat(report.tally().reasons()).containsEntry("nothing: fewer than 60 days of closes", 5L);
        family.closes(FRIDAY.minusDays(6), 60, ForkedFamily.GEN_1, "-0.001 0.0005");
        assertThat(desk.number("select count(*) from consolidation")).isZero();
    }

    @Test
    void days_that_were_closed_long_ago_say_nothing() {
        family.closesOfAll(BusinessDays.atOrBefore(FRIDAY.minusDays(6)), 80);
        SweepReport report = assess(FRIDAY);
        assertThat(report.tally().reasons()).containsEntry("nothing: its last close is too old", 5L);
    }

    @Test
    void an_account_that_earns_too_little_goes_to_the_one_that_forked_it() {
        family.closesOfAll(FRIDAY, 80);
        family.closes(FRIDAY, 80, ForkedFamily.GEN_1, "-0.001 0.0005");
        SweepReport report = assess(FRIDAY);
        assertThat(report.tally().of(REVIEW)).isEqualTo(1);
        assertThat(recommended())
                .containsExactly("A-000001-GEN-1-GEN A-000001-GEN PARENT underperformance OPEN");
        assertThat(desk.rows("select net_worth, saving, improvement, benefit, urgency, expires_on, asked_by,"
                        + " inputs->'own'->>'closes', inputs->'target'->>'code' from consolidation"))
                .singleElement()
                .asString()
                .startsWith("26000.00 500.00 ")
                .endsWith(" HIGH 2026-05-08 batch 80 A-000001-GEN");
        assertThat(new Explaining<>(
                                new AssessmentJob(desk.session(), desk.audit("batch")),
                                desk.session(),
                                desk.runs(),
                                PolicyBook.shipped())
                        .explain(report.run(), ForkedFamily.GEN_1)
                        .again())
                .satisfies(again -> {
                    assertThat(again.decision()).isInstanceOf(Decision.Review.class);
                    assertThat(again.lines()).contains("triggers: underperformance");
                });
    }

    @Test
    void the_next_assessment_takes_the_place_of_what_nobody_has_decided() {
        family.closesOfAll(NEXT, 90);
        family.closes(NEXT, 90, ForkedFamily.GEN_1, "-0.001 0.0005");
        assess(FRIDAY);
        assess(NEXT);
        assertThat(desk.rows("select assessed_on, state from consolidation order by id"))
                .containsExactly("2026-05-01 EXPIRED", "2026-05-08 OPEN");
        family.closes(NEXT.plusWeeks(1), 95, ForkedFamily.GEN_1, "0.001");
        family.closesOfAll(NEXT.plusWeeks(1), 5);
        assess(NEXT.plusWeeks(1));
        assertThat(desk.rows("select state, count(*) from consolidation group by 1"))
                .containsExactly("EXPIRED 2");
    }

    @Test
    void where_the_parent_does_no_better_a_sibling_takes_it() {
        family.closesOfAll(FRIDAY, 80);
        family.closes(FRIDAY, 80, "A-000001-GEN", "-0.002");
        family.closes(FRIDAY, 80, ForkedFamily.GEN_1, "-0.001");
        assess(FRIDAY);
        assertThat(recommended())
                .contains("A-000001-GEN-1-GEN A-000001-COM SIBLING underperformance OPEN")
                .as("of the three that a main account begins with only a part moves")
                .contains("A-000001-GEN A-000001-COM PARTIAL underperformance OPEN");
    }

    @Test
    void money_that_lies_idle_moves_and_the_account_stays() {
        family.closesOfAll(FRIDAY, 80);
        family.closes(FRIDAY, 80, ForkedFamily.GEN_1, "0.0003", "0.61");
        assess(FRIDAY);
        assertThat(recommended()).containsExactly("A-000001-GEN-1-GEN A-000001-GEN PARTIAL unused-cash OPEN");
        assertThat(desk.rows("select amount, saving from consolidation")).containsExactly("24700.00 0.00");
    }

    @Test
    void where_nobody_does_better_a_loss_asks_for_a_new_account() {
        for (String code : ForkedFamily.ALL) {
            family.closes(FRIDAY, 80, code, "0.0002");
        }
        ClosedDays.on(desk, FRIDAY).fall(ForkedFamily.COM_1, FRIDAY.minusDays(1), "0.31");
        ClosedDays.on(desk, FRIDAY).fall("A-000001-COM", FRIDAY.minusDays(1), "0.35");
        assess(FRIDAY);
        assertThat(recommended())
                .containsExactly("A-000001-GEN-1-COM null NEW underperformance,risk OPEN");
        assertThat(desk.rows("select urgency, act_by from consolidation")).containsExactly("CRITICAL 2026-05-01");
    }

    @Test
    void a_break_stands_in_the_way() {
        family.closesOfAll(FRIDAY, 80);
        family.closes(FRIDAY, 80, ForkedFamily.GEN_1, "-0.001");
        desk.tamper(
                "insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)"
                        + " select id, 'cash', 1, 2, '2026-01-06', '2026-01-06', 's' from account where code = 'A-000001-GEN-1-GEN'");
        SweepReport report = assess(FRIDAY);
        assertThat(report.tally().of(WAITING)).isEqualTo(1);
        assertThat(recommended()).isEmpty();
    }

    @Test
    void a_policy_may_approve_by_itself() {
        family.closesOfAll(FRIDAY, 80);
        family.closes(FRIDAY, 80, ForkedFamily.GEN_1, "-0.001");
        desk.tamper(
                "insert into account_override (subject_id, effective_on, key, value, source)"
                        + " select id, '2026-01-01', 'consolidation.approval', 'policy', 'test' from account where code = 'A-000001-GEN-1-GEN'");
        SweepReport report = assess(FRIDAY);
        assertThat(report.tally().of(WAITING)).isEqualTo(1);
        assertThat(recommended())
                .containsExactly("A-000001-GEN-1-GEN A-000001-GEN PARENT underperformance APPROVED");
    }

    @Test
    void it_is_for_the_end_of_a_week_and_for_active_accounts() {
        assertThatThrownBy(() -> assess(FRIDAY.minusDays(1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is not the last business day of its week; give --date 2026-05-01");
        desk.tamper("update account_head set state = 'SUSPENDED'");
        assertThat(assess(FRIDAY).tally().of(NOT_ELIGIBLE)).isEqualTo(5);
    }
}
