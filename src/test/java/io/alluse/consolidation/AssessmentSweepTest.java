package io.alluse.consolidation;

import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDays;
import io.alluse.consolidation.Families.Family;
import io.alluse.fault.Fault;
import io.alluse.performance.ClosedDays;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.SweepReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weekly assessments of families: docs/rules.md 7.5. */
class AssessmentSweepTest {

    private static final String WHAT =
            "substr(a.code, 10), substr(t.code, 10), strategy, array_to_string(triggers, ','), c.state";

    private static Families families;
    private Family family;

    @BeforeAll
    static void create() {
        families = Families.of(12);
    }

    @AfterAll
    static void drop() {
        families.close();
    }

    @BeforeEach
    void take() {
        family = families.next();
    }

    @Test
    void without_enough_days_of_closes_nothing_is_recommended() {
        family.closesOfAll(family.week(), 60);
        family.closes(family.week(), 59, family.gen1(), "-0.001 0.0005");
        families.desk().tamper("""
                delete from account_close c using account a
                where a.id = c.account_id and a.code = '%s' and day_return in (0.001, 0.0004)""".formatted(family.gen1()));
        SweepReport report = family.assess(family.week());
        assertThat(report.tally().reasons()).containsEntry("nothing: nothing speaks against it", 4L);
        assertThat(report.tally().reasons()).containsKey("nothing: fewer than 60 days of closes");
        assertThat(family.recommended(WHAT)).isEmpty();
        family.closesOfAll(family.nextWeek(), 65);
        family.closes(family.nextWeek(), 60, family.gen1(), "-0.001 0.0005");
        family.assess(family.nextWeek());
        assertThat(family.recommended(WHAT)).containsExactly("GEN-1-GEN GEN PARENT underperformance OPEN");
    }

    @Test
    void days_that_were_closed_long_ago_say_nothing() {
        family.closesOfAll(family.week().minusDays(6), 80);
        family.closes(family.week().minusDays(6), 80, family.gen1(), "-0.001");
        assertThat(family.assess(family.week()).tally().reasons()).containsKey("nothing: its last close is too old");
        assertThat(family.recommended(WHAT)).isEmpty();
    }

    @Test
    void an_account_that_earns_too_little_goes_to_the_one_that_forked_it() {
        family.closesOfAll(family.week(), 80);
        family.closes(family.week(), 80, family.gen1(), "-0.001 0.0005");
        SweepReport report = family.assess(family.week());
        assertThat(report.tally().of(REVIEW)).isEqualTo(1);
        assertThat(family.recommended(WHAT)).containsExactly("GEN-1-GEN GEN PARENT underperformance OPEN");
        assertThat(family.recommended("net_worth, saving, improvement > 0, benefit, risk < 0.02, confidence, urgency,"
                        + " expires_on, asked_by, inputs->'own'->>'closes', inputs->'target'->>'code'"))
                .containsExactly(
                        "26000.00 500.00 t 1 t 0.9668 HIGH " + family.nextWeek() + " batch 80 " + family.gen());
        assertThat(new Explaining<>(
                                new AssessmentJob(
                                        families.desk().session(),
                                        families.desk().audit("batch")),
                                families.desk().session(),
                                families.desk().runs(),
                                PolicyBook.shipped())
                        .explain(report.run(), family.gen1())
                        .again())
                .satisfies(again -> {
                    assertThat(again.decision()).isInstanceOf(Decision.Review.class);
                    assertThat(again.lines()).contains("triggers: underperformance");
                });
    }

    @Test
    void the_next_assessment_takes_the_place_of_what_nobody_has_decided() {
        family.closesOfAll(family.nextWeek(), 90);
        family.closes(family.nextWeek(), 90, family.gen1(), "-0.001 0.0005");
        family.assess(family.week());
        family.assess(family.nextWeek());
        assertThat(family.recommended("assessed_on, c.state"))
                .containsExactly(family.week() + " EXPIRED", family.nextWeek() + " OPEN");
        family.closesOfAll(family.nextWeek().plusDays(7), 95);
        family.assess(BusinessDays.endOfWeek(family.nextWeek().plusDays(7)));
        assertThat(family.recommended("c.state")).containsExactly("EXPIRED", "EXPIRED");
    }

    @Test
    void a_rejection_counts_until_as_many_days_have_been_closed_as_an_assessment_needs() {
        family.closesOfAll(family.nextWeek(), 90);
        family.closes(family.nextWeek(), 90, family.gen1(), "-0.001 0.0005");
        family.assess(family.week());
        long id = Long.parseLong(family.recommended("c.id").getFirst());
        families.consolidations().reject(id, family.act("ann"), families.desk().audit("ann"));
        SweepReport next = family.assess(family.nextWeek());
        assertThat(next.tally().reasons()).containsEntry("nothing: a person has rejected it", 1L);
        assertThat(family.recommended("c.state, expires_on"))
                .containsExactly("REJECTED " + BusinessDays.after(family.week(), 60));
    }

    @Test
    void where_the_parent_does_no_better_a_sibling_takes_it() {
        family.closesOfAll(family.week(), 80);
        family.closes(family.week(), 80, family.gen(), "-0.002");
        family.closes(family.week(), 80, family.gen1(), "-0.001");
        family.assess(family.week());
        assertThat(family.recommended(WHAT))
                .contains("GEN-1-GEN COM SIBLING underperformance OPEN")
                .as("of the three that a main account begins with only a part moves")
                .contains("GEN COM PARTIAL underperformance OPEN");
    }

    @Test
    void money_that_lies_idle_moves_and_the_account_stays() {
        family.closesOfAll(family.week(), 80);
        family.closes(family.week(), 80, family.gen1(), "0.0003", "0.61");
        family.assess(family.week());
        assertThat(family.recommended(WHAT)).containsExactly("GEN-1-GEN GEN PARTIAL unused-cash OPEN");
        assertThat(family.recommended("amount, saving")).containsExactly("24700.00 0.00");
    }

    @Test
    void where_nobody_does_better_a_loss_asks_for_a_new_account() {
        family.codes().forEach(code -> family.closes(family.week(), 80, code, "0.0002"));
        ClosedDays closed = ClosedDays.on(families.desk(), family.week());
        closed.fall(family.com1(), family.week().minusDays(1), "0.31");
        closed.fall(family.com(), family.week().minusDays(1), "0.35");
        family.assess(family.week());
        assertThat(family.recommended(WHAT)).containsExactly("GEN-1-COM null NEW underperformance,risk OPEN");
        assertThat(family.recommended("urgency, act_by = assessed_on")).containsExactly("CRITICAL t");
    }

    /** Seven accounts are two too many: of those that were forked the two smallest, and what is in a COM goes into a COM. */
    @Test
    void of_too_many_accounts_the_smallest_go() {
        families.desk().tamper("update account_head set state = 'ACTIVE' where state = 'SUSPENDED'");
        family.forkAgain("60000");
        family.closesOfAll(family.week(), 80);
        family.assess(family.week());
        assertThat(family.recommended(WHAT))
                .containsExactlyInAnyOrder("GEN-1-GEN GEN PARENT family OPEN", "GEN-1-COM COM SIBLING family OPEN");
        assertThat(family.recommended("inputs->'family'->>'open', inputs->>'reliability'"))
                .containsExactly("7 0.5", "7 0.5");
    }

    @Test
    void a_break_stands_in_the_way() {
        family.closesOfAll(family.week(), 80);
        family.closes(family.week(), 80, family.gen1(), "-0.001");
        families.desk().tamper("""
                insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)
                select id, 'cash', 1, 2, '2026-01-06', '2026-01-06', 's' from account where code = '%s'""".formatted(family.gen1()));
        assertThat(family.assess(family.week()).tally().of(WAITING)).isEqualTo(1);
        assertThat(family.recommended(WHAT)).isEmpty();
    }

    @Test
    void a_policy_may_approve_by_itself() {
        family.closesOfAll(family.week(), 80);
        family.closes(family.week(), 80, family.gen1(), "-0.001");
        families.desk().tamper("""
                insert into account_override (subject_id, effective_on, key, value, source)
                select id, '2026-01-01', 'consolidation.approval', 'policy', 'test' from account where code = '%s'""".formatted(family.gen1()));
        assertThat(family.assess(family.week()).tally().of(WAITING)).isEqualTo(1);
        assertThat(family.recommended(WHAT)).containsExactly("GEN-1-GEN GEN PARENT underperformance APPROVED");
    }

    @Test
    void it_is_for_the_end_of_a_week_and_for_active_accounts() {
        assertThatThrownBy(() -> family.assess(family.week().minusDays(1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is not the last business day of its week; give --date " + family.week());
        families.desk().tamper("""
                update account_head set state = 'SUSPENDED'
                where account_id in (select id from account where code like '%s-%%')""".formatted(family.main()));
        assertThat(family.assess(family.week()).tally().of(NOT_ELIGIBLE)).isGreaterThanOrEqualTo(5);
    }
}
