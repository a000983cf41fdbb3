package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a pass sets aside, and nobody resolves, is the population of the next one: fixed, counted once, part of the same run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassesTest {

    private final CapitalizedDatabase database = CapitalizedDatabase.ofMains(8);
    private final SweepDesk desk = SweepDesk.on(database);

    @AfterAll
    void drop() {
        desk.close();
        database.close();
    }

    private static CentJob failingOn(String job, String... codes) {
        Set<String> bad = Set.of(codes);
        return CentJob.named(job)
                .deciding(account -> bad.contains(CentJob.code(account))
                        ? new Decision.SetAside("not today")
                        : CentJob.cent(account));
    }

    private SweepReport first(CentJob job) {
        return desk.run(job, SweepDesk.inChunks(5));
    }

    private SweepReport again(CentJob job) {
        return desk.run(job, SweepDesk.again(5, new StopSignal()));
    }

    private long accounts() {
        return desk.number("select count(*) from account_head");
    }

    private void assertOutcome(SweepReport report, Outcome outcome, int pass, long posted, long setAside) {
        assertThat(report.run().outcome()).isEqualTo(outcome);
        assertThat(report.run().pass()).isEqualTo(pass);
        assertThat(report.tally().of(POSTED)).isEqualTo(posted);
        assertThat(report.tally().of(SET_ASIDE)).isEqualTo(setAside);
        assertThat(reported(report))
                .isEqualTo("%s %d %d %d %d 0 0 %s"
                        .formatted(
                                outcome,
                                pass,
                                report.run().population(),
                                posted,
                                setAside,
                                report.run().digest()));
    }

    /** What a person reads of it with SQL. */
    private String reported(SweepReport report) {
        return JdbcClient.create(database.test().reader())
                .sql("""
                        select concat_ws(' ', outcome, pass, population, posted, set_aside, nothing, waiting,
                            coalesce(digest, 'null'))
                        from report_run where run_id = :run""")
                .param("run", report.run().id())
                .query(String.class)
                .single();
    }

    private List<String> takenIn(SweepReport report, int pass) {
        return desk.rows("select a.code from account_outcome o join account a on a.id = o.account_id where o.run_id = "
                + report.run().id() + " and o.taken_in = " + pass + " order by 1");
    }

    private List<String> postedTo(SweepReport report) {
        return desk.rows("select a.code from event e join account a on a.id = e.account_id where e.run_id = "
                + report.run().id() + " and e.account_id in (select account_id from account_outcome where run_id = "
                + report.run().id() + ") order by 1");
    }

    @Test
    void each_pass_takes_exactly_what_the_one_before_has_left_until_nothing_is_left() {
        String job = "three-passes";
        long all = accounts();
        SweepReport one = first(failingOn(job, "A-000001-GEN", "A-000003-REV", "A-000008-COM"));
        assertOutcome(one, Outcome.COMPLETED_WITH_SET_ASIDES, 1, all - 3, 3);

        SweepReport two = again(failingOn(job, "A-000003-REV"));
        assertOutcome(two, Outcome.COMPLETED_WITH_SET_ASIDES, 2, all - 1, 1);
        assertThat(takenIn(two, 2)).containsExactly("A-000001-GEN", "A-000003-REV", "A-000008-COM");
        assertThat(postedTo(two)).containsExactly("A-000001-GEN", "A-000008-COM");

        SweepReport three = again(failingOn(job));
        assertOutcome(three, Outcome.COMPLETED, 3, all, 0);
        assertThat(takenIn(three, 3)).containsExactly("A-000003-REV");
        assertThat(three.run().id()).isEqualTo(one.run().id());
        assertThat(List.of(digest(one), digest(two), digest(three))).doesNotHaveDuplicates();
        assertThat(desk.isClean(digest(three))).isTrue();
        assertThat(desk.attempts(three.run().id()))
                .containsExactly("1 COMPLETED_WITH_SET_ASIDES", "2 COMPLETED_WITH_SET_ASIDES", "3 COMPLETED");

        assertThatThrownBy(() -> again(failingOn(job)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(job + " of 2026-01-06 is already done");
    }

    private static String digest(SweepReport report) {
        return Objects.requireNonNull(report.run().digest());
    }

    /** Whoever asks for the run without asking for its set-asides is told how to get them. */
    @Test
    void another_pass_is_asked_for_by_name() {
        String job = "by-name";
        SweepReport one = first(failingOn(job, "A-000001-GEN"));

        assertThatThrownBy(() -> first(failingOn(job)))
                .isInstanceOf(Fault.class)
                .hasMessageEndingWith("what it set aside is taken by `alluse job relaunch "
                        + one.run().id() + "`");
    }

    @Test
    void what_a_person_has_resolved_is_not_taken_again() {
        String job = "resolved";
        long all = accounts();
        SweepReport one = first(failingOn(job, "A-000002-GEN", "A-000004-GEN"));
        resolve(one, "A-000002-GEN");

        SweepReport two = again(failingOn(job));
        assertThat(takenIn(two, 2)).containsExactly("A-000004-GEN");
        assertOutcome(two, Outcome.COMPLETED_WITH_SET_ASIDES, 2, all - 1, 1);
        assertThat(desk.isClean(digest(two))).isTrue();

        assertThatThrownBy(() -> again(failingOn(job)))
                .isInstanceOf(Fault.class)
                .hasMessage(job + " of 2026-01-06 has nothing left to take again: what run "
                        + two.run().id() + " set aside has been resolved; nothing was posted");
        assertThat(desk.attempts(two.run().id())).hasSize(2);
    }

    private void resolve(SweepReport report, String code) {
        desk.session()
                .client()
                .sql("""
                        update account_outcome set resolved_at = now(), resolved_by = 'ada', resolution = 'done by hand'
                        where run_id = :run and account_id = (select id from account where code = :code)""")
                .param("run", report.run().id())
                .param("code", code)
                .update();
    }

    @Test
    void a_pass_that_is_stopped_goes_on_with_its_own_population_whoever_was_opened_meanwhile() {
        String job = "stopped-pass";
        long all = accounts();
        String[] bad = {"A-000001-GEN", "A-000002-GEN", "A-000003-GEN", "A-000004-GEN"};
        SweepReport one = first(failingOn(job, bad));
        StopSignal stop = new StopSignal();
        SweepReport stopped = desk.run(CentJob.named(job).before(page -> stop.request()), SweepDesk.again(2, stop));
        // two of four are posted; the other two, taken and not done, count as nothing yet
        assertOutcome(stopped, Outcome.STOPPED, 2, all - 2, 0);

        database.capitalize("name,capital\nMeanwhile,500000\n");
        AtomicInteger seen = new AtomicInteger();
        SweepReport two = again(CentJob.named(job).before(page -> seen.addAndGet(page.size())));

        assertThat(seen).hasValue(2);
        assertOutcome(two, Outcome.COMPLETED, 2, all, 0);
        assertThat(takenIn(two, 2)).containsExactly(bad);
        assertThat(two.run().id()).isEqualTo(one.run().id());
        assertThat(desk.isClean(digest(two))).isTrue();
    }
}
