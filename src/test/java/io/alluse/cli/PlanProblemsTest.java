package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.capitalization.PlanRefused;
import io.alluse.capitalization.PlannedMain;
import io.alluse.csv.CsvProblem;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans against themselves, against what there is, and against what was begun. Every test has names of its own. */
class PlanProblemsTest {

    private static final BusinessDay NEXT_DAY = BusinessDay.parse("2026-01-06");

    private static final String LAST_EXECUTION =
            "job_execution_id = (select max(job_execution_id) from batch_job_execution)";

    private static TestDatabase database;
    private static PlanDesk desk;
    private static Rows rows;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        desk = PlanDesk.on(database);
        rows = desk.rows();
    }

    @AfterAll
    static void drop() {
        desk.close();
        database.close();
    }

    @Test
    void all_problems_of_a_plan_are_named_and_the_good_rows_are_done() {
        CapitalizationReport report = desk.run("""
                name,capital,split,gen_reference,rev_reference
                Good-1,500000,,GOOD:1,
                Good-1,500000,,,
                Bad-1,0,20/30/51,,
                Good-2,500000,,GOOD:1,
                Good-2,500000,,GOOD:2,GOOD:3
                Bad-2,500000,,GOOD:4,GOOD:4
                Bad-3,500000
                Good-3,600000,,,
                "Good-3
                ",600000,,,
                """);
        assertThat(problems(report.problems()))
                .containsExactly(
                        "3:1 name 'Good-1': is the name on line 2 too",
                        "4:2 capital '0': must be positive",
                        "4:3 split '20/30/51': " + reasonOf(report, "split"),
                        "5:4 gen_reference 'GOOD:1': is used on line 2",
                        "6:1 name 'Good-2': is the name on line 5 too",
                        "7:5 rev_reference 'GOOD:4': stands twice on this line",
                        "8:3 row 'Bad-3': expected 5 columns, found 2",
                        "10:1 name 'Good-3': is the name on line 9 too");
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED_WITH_SET_ASIDES);
        assertThat(List.of(
                        report.run().population(), report.opened(), report.run().setAside()))
                .containsExactly(9L, 2L, 7L);
        assertThat(rows.of("select name from main_account where name like 'Good-%' order by name"))
                .containsExactly("Good-1", "Good-3");
        assertThat(rows.isClean(report.run().digest())).isTrue();
    }

    private static String reasonOf(CapitalizationReport report, String field) {
        return report.problems().stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void all_or_nothing_writes_nothing_and_the_plan_without_it_works() {
        String plan = "name,capital\nWhole-1,500000\nWhole-2,0\nWhole-3,x\n";
        Map<String, Long> before = rows.counts();
        PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> desk.allOrNothing(plan));
        assertThat(refused).hasMessage("rows refused: 2 of 3, and all or nothing was asked for; nothing was written");
        assertThat(refused.preview().problems()).hasSize(2);
        assertThat(rows.counts()).isEqualTo(before);
        assertThat(desk.run(plan).opened()).isOne();
    }

    @Test
    void what_is_not_a_plan_leaves_no_trace() {
        Map<String, Long> before = rows.counts();
        for (String plan : List.of("name\nA\n", "name,capital\n", "name,capital\n\"A,1\n")) {
            assertThatThrownBy(() -> desk.run(plan)).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> desk.preview(plan, main -> {})).isInstanceOf(Fault.class);
        }
        assertThat(rows.counts()).isEqualTo(before);
    }

    @Test
    void bytes_that_no_database_takes_are_refused_like_any_other() {
        CapitalizationReport report =
                desk.run("name,capital,policy\nNul,5\u00000,\nNul-2,1,stan\u0000dard\nNul-3,1,\n");
        assertThat(problems(report.problems()))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("2:2 capital '5\uFFFD0': is not an amount"),
                        second -> assertThat(second).startsWith("3:3 policy 'stan\uFFFDdard': unknown"));
        assertThat(report.opened()).isOne();
    }

    @Test
    void the_same_plan_again_posts_nothing_under_any_date() {
        String plan = "name,capital\nSame-1,500000\n";
        desk.run(plan);
        Map<String, Long> before = rows.counts();
        for (BusinessDay date : List.of(PlanDesk.DAY, NEXT_DAY)) {
            assertThatThrownBy(() -> desk.run(plan, date))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT))
                    .hasMessageMatching(
                            ".*plan.*csv has been carried out before: run \\d+ of 2026-01-05 ended COMPLETED;"
                                    + " nothing was posted");
        }
        assertThat(rows.counts()).isEqualTo(before);
    }

    @Test
    void a_changed_plan_posts_what_is_new() {
        desk.run("name,capital,gen_reference\nOld-1,500000,OLD:1\nOld-2,500000,\n");
        CapitalizationReport report = desk.run(
                "name,capital,policy,gen_reference\nOld-2,500000.0,standard,\nNew-1,1,,\nOld-1,500000,,OLD:1\n");
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(List.of(
                        report.run().population(), report.opened(), report.run().nothing()))
                .containsExactly(3L, 1L, 2L);
        CapitalizationReport nothing = desk.run("name,capital\nOld-2,500000\n");
        assertThat(List.of(
                        nothing.run().outcome(), nothing.opened(), nothing.run().nothing()))
                .containsExactly(Outcome.COMPLETED, 0L, 1L);
    }

    @Test
    void what_exists_with_other_content_is_a_conflict() {
        desk.run("name,capital,gen_reference\nThere,500000,THERE:1\n");
        String code =
                rows.of("select code from main_account where name = 'There'").getFirst();
        CapitalizationReport report =
                desk.run("name,capital,rev_reference,com_reference\nThere,600000,,\nOther,1,,THERE:1\n");
        assertThat(problems(report.problems()))
                .containsExactly(
                        "2:1 name 'There': exists as " + code
                                + " with capital=500000.00; policy=standard; gen_reference=THERE:1,"
                                + " but here it has capital=600000.00; policy=standard",
                        "3:4 com_reference 'THERE:1': is used by " + code + "-GEN");
    }

    @Test
    void what_a_run_has_begun_is_its_own_until_it_has_finished() {
        String plan = "name,capital,gen_reference\nBegun-1,500000,BEGUN:1\nBegun-2,500000,\n";
        // As a kill between two chunks leaves it: staged, nothing opened.
        rows.execute("revoke insert on account_p00, account_p01, account_p02, account_p03, account_p04, account_p05,"
                + " account_p06, account_p07, account_p08, account_p09, account_p10, account_p11, account_p12,"
                + " account_p13, account_p14, account_p15 from alluse_program");
        CapitalizationReport failed = desk.run(plan);
        rows.execute("grant insert on account_p00, account_p01, account_p02, account_p03, account_p04, account_p05,"
                + " account_p06, account_p07, account_p08, account_p09, account_p10, account_p11, account_p12,"
                + " account_p13, account_p14, account_p15 to alluse_program");
        long run = failed.run().id();
        assertThat(failed.run().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.run().failure())
                .contains("permission denied for table account_p")
                .doesNotContain("\n");

        assertThat(problems(desk.run("name,capital,rev_reference\nBegun-1,500000,\nOther-1,1,BEGUN:1\n")
                        .problems()))
                .containsExactly(
                        "2:1 name 'Begun-1': is being opened by run " + run
                                + ", which has not finished: finish that one first",
                        "3:3 rev_reference 'BEGUN:1': is used by run " + run + ", which has not finished");
        assertThatThrownBy(() -> desk.run(plan, NEXT_DAY))
                .hasMessageContaining("has been begun by run " + run
                        + " of 2026-01-05, which has not finished; go on with --date 2026-01-05");
        CapitalizationReport continued = desk.allOrNothing(plan);
        assertThat(continued.run().id()).isEqualTo(run);
        assertThat(List.of(continued.run().outcome(), continued.opened())).containsExactly(Outcome.COMPLETED, 2L);
        assertThat(rows.isClean(continued.run().digest())).isTrue();
    }

    /** Killed after the framework's last word and before ours, or between two words of the framework. */
    @Test
    void an_attempt_that_died_at_its_very_end_or_beginning_can_be_continued() {
        String plan = "name,capital\nEdge-1,500000\n";
        CapitalizationReport done = desk.run(plan);
        long run = done.run().id();
        rows.execute("update run set outcome = 'STARTED', ended_at = null, digest = null where id = " + run);
        assertThat(desk.run(plan).run().digest()).isEqualTo(done.run().digest());

        rows.execute("update run set outcome = 'STARTED', ended_at = null where id = " + run);
        rows.execute("update batch_job_execution set status = 'STARTED' where " + LAST_EXECUTION);
        rows.execute("update batch_step_execution set status = 'UNKNOWN' where " + LAST_EXECUTION);
        assertThat(desk.run(plan).run().digest()).isEqualTo(done.run().digest());

        rows.execute("update run set outcome = 'STARTED', ended_at = null where id = " + run);
        rows.execute("truncate batch_step_execution_context, batch_step_execution, batch_job_execution_context,"
                + " batch_job_execution_params, batch_job_execution");
        CapitalizationReport again = desk.run(plan);
        assertThat(List.of(again.run().outcome(), again.opened())).containsExactly(Outcome.COMPLETED, 1L);
        assertThat(again.run().digest()).isEqualTo(done.run().digest());
    }

    @Test
    void a_dry_run_shows_what_the_run_will_do_and_writes_nothing() {
        String plan = "name,capital,gen_reference\nDry-1,1000000,DRY:1\nDry-2,0,\nDry-3,250000,\n";
        Map<String, Long> before = rows.counts();
        List<PlannedMain> planned = new ArrayList<>();
        CapitalizationPreview preview = desk.preview(plan, planned::add);
        assertThat(rows.counts()).isEqualTo(before);
        CapitalizationReport report = desk.run(plan);

        assertThat(preview.totals()).isEqualTo(report.totals());
        assertThat(preview.problems()).isEqualTo(report.problems());
        assertThat(List.of(preview.rows(), preview.opened(), preview.alreadyThere(), preview.refused()))
                .containsExactly(
                        report.run().population(),
                        report.opened(),
                        report.run().nothing(),
                        report.run().setAside());
        assertThat(planned.stream()
                        .flatMap(main -> main.accounts().stream())
                        .map(account -> String.join(
                                " ",
                                account.code(),
                                account.state().name(),
                                account.capital().toString(),
                                account.investable().toString(),
                                account.buffer().toString())))
                .isEqualTo(rows.of("select a.code, h.state, h.base, h.cash, h.buffer from account a"
                        + " join account_head h on h.account_id = a.id"
                        + " join main_account m on m.id = a.id & ~65535::bigint"
                        + " where m.name like 'Dry-%' order by m.number, a.id"));
    }

    private static List<String> problems(List<CsvProblem> problems) {
        return problems.stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.field() + " '" + problem.value()
                        + "': " + problem.reason())
                .toList();
    }
}
