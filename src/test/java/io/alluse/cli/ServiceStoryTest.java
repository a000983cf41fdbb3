package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Database;
import io.alluse.run.JobContext;
import io.alluse.run.StopSignal;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.JobDefinitions;
import io.alluse.service.Dispatcher;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few nights of a service with real jobs, and what an operator holds, releases, skips, pauses and backfills meanwhile. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceStoryTest {

    private static final List<String> JOBS = List.of("funding", "tax-and-buffer", "fork-sweep");

    @TempDir
    private static Path home;

    private static SweepNight night;
    private static Database database;
    private static JobContext context;

    @BeforeAll
    static void begin() {
        night = SweepNight.begun();
        night.refuse("A-000001-COM");
        database = night.database.test().opened();
        context = JobContext.start(database, 2);
        assertThat(tick("2026-01-05T17:00:00Z", JOBS)).isZero();
    }

    @AfterAll
    static void end() {
        context.close();
        database.close();
        night.close();
    }

    private static int tick(String now, List<String> jobs) {
        List<JobDefinition> definitions = JobDefinitions.shipped().all().stream()
                .filter(one -> jobs.contains(one.name()))
                .toList();
        JobLauncher launcher =
                new JobLauncher(database, context, () -> night.database.test().opened(), home, List.of());
        Dispatcher.Tools tools = new Dispatcher.Tools(
                Session.of(database.program()), database.program(), launcher, Dispatcher.Listener.NONE);
        return new Dispatcher(tools, definitions, "n1", new StopSignal()).tick(Instant.parse(now));
    }

    private static void assertAnswer(String words, String out) {
        assertThat(night.run(words)).as(night.typed.err()).isZero();
        assertThat(night.typed.out()).isEqualTo(out);
    }

    private static List<String> states(String date) {
        return night.rows.of(
                "select definition, state, why from alluse.due where business_date = '" + date + "' order by due_at");
    }

    @Test
    @Order(1)
    void a_date_to_come_can_be_held() {
        String who = ProcessHandle.current().info().user().orElseThrow();
        assertAnswer(
                "job hold tax-and-buffer --date 2026-01-06 --reason prices",
                "tax-and-buffer of 2026-01-06 is HELD, held: prices (" + who + ")\n");
        assertThat(tick("2026-01-07T04:00:00Z", JOBS)).isEqualTo(4);
        assertThat(states("2026-01-05"))
                .containsExactly(
                        "funding DONE null", "tax-and-buffer DONE ended with some set aside", "fork-sweep DONE null");
        assertThat(states("2026-01-06"))
                .containsExactly(
                        "funding DONE null", "tax-and-buffer HELD held: prices (" + who + ")", "fork-sweep DUE null");
        assertAnswer("job status --due", """
                DUE             DATE        SINCE (UTC)          STANDS  BECAUSE
                tax-and-buffer  2026-01-06  2026-01-07 00:30:00  HELD    held: prices (%s)
                fork-sweep      2026-01-06  2026-01-07 01:30:00  STUCK   for tax-and-buffer of 2026-01-06, which is HELD
                """.formatted(who));
    }

    @Test
    @Order(2)
    void released_it_runs_when_its_turn_comes_and_what_waited_for_it() {
        assertThat(night.run("job release tax-and-buffer --date 2026-01-06 --reason ready"))
                .isZero();
        assertThat(tick("2026-01-07T04:00:00Z", JOBS)).isEqualTo(2);
        assertThat(states("2026-01-06"))
                .containsExactly(
                        "funding DONE null", "tax-and-buffer DONE ended with some set aside", "fork-sweep DONE null");
        assertThat(night.rows.of("""
                        select r.job, r.business_date, r.outcome from alluse.due d join alluse.run r on r.id = d.run_id
                        where d.business_date = '2026-01-06' order by r.id"""))
                .containsExactly(
                        "funding 2026-01-06 COMPLETED",
                        "tax-and-buffer 2026-01-06 COMPLETED_WITH_SET_ASIDES",
                        "fork-sweep 2026-01-06 COMPLETED");
        assertAnswer("job status --due --json", "[]\n");
    }

    @Test
    @Order(3)
    void a_paused_job_waits_a_skipped_date_does_not_run() {
        assertAnswer(
                "schedule pause tax-and-buffer --reason policy",
                "tax-and-buffer is paused; its dates become due and wait until `alluse schedule resume`\n");
        assertThat(tick("2026-01-08T04:00:00Z", JOBS)).isOne();
        assertThat(night.run("job status --due")).isZero();
        assertThat(night.typed.out())
                .contains("tax-and-buffer  2026-01-07  2026-01-08 00:30:00  STUCK   paused: policy (")
                .contains("STUCK   for tax-and-buffer of 2026-01-07, which is paused\n");
        assertThat(night.run("job skip tax-and-buffer --date 2026-01-07 --reason without"))
                .isZero();
        assertThat(night.run("schedule resume tax-and-buffer --reason done")).isZero();
        assertThat(tick("2026-01-08T04:00:00Z", JOBS)).isOne();
        assertThat(night.rows.of(
                        "select definition, state from alluse.due where business_date = '2026-01-07' order by due_at"))
                .containsExactly("funding DONE", "tax-and-buffer SKIPPED", "fork-sweep DONE");
    }

    @Test
    @Order(4)
    void a_backfill_shows_what_it_comes_to_before_it_makes_dates_due() {
        assertThat(night.run("job backfill order-intents --from 2026-01-05 --to 2026-01-07 --reason first --dry-run"))
                .as(night.typed.err())
                .isZero();
        assertThat(night.typed.out()).startsWith("""
                        backfill of order-intents: 3 dates
                          2026-01-05
                          2026-01-06
                          2026-01-07
                        2026-01-05 (exact)
                          accounts             9
                        """).contains("all 3 dates together (estimate)\n");
        assertThat(night.typed.err()).endsWith("alluse: nothing was changed\n");
        assertThat(night.run("job backfill order-intents --from 2026-01-05 --to 2026-01-07 --reason first --yes"))
                .isZero();
        assertThat(night.typed.err()).contains("3 dates are due now; a service runs them in order");
        assertThat(tick("2026-01-08T04:00:00Z", List.of("order-intents"))).isEqualTo(2);
    }

    @Test
    @Order(5)
    void who_decided_what_and_why_is_in_the_audit() {
        assertThat(night.rows.of("""
                        select e.subject, e.action, a.reason from alluse.audit a join alluse.audit_entry e on e.audit_id = a.id
                        where a.reason in ('prices', 'ready', 'policy', 'without', 'done', 'first') order by a.id, e.subject"""))
                .containsExactly(
                        "tax-and-buffer of 2026-01-06 held prices",
                        "tax-and-buffer of 2026-01-06 released ready",
                        "tax-and-buffer paused policy",
                        "tax-and-buffer of 2026-01-07 skipped without",
                        "tax-and-buffer resumed done",
                        "order-intents of 2026-01-05 backfilled first",
                        "order-intents of 2026-01-06 backfilled first",
                        "order-intents of 2026-01-07 backfilled first");
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource(delimiter = '|', textBlock = """
             5 | job hold tax --date 2026-01-09 --reason x                                | no job definition is called tax; see `alluse schedule list`
             5 | job hold tax-and-buffer --date 2026-01-10 --reason x                     | tax-and-buffer of 2026-01-10 is not due: its job has no such date
             5 | job skip tax-and-buffer --date 2025-12-31 --reason x                     | it lies before the first day of the service
             6 | job skip funding --date 2026-01-06 --reason x                            | funding of 2026-01-06 is DONE; nothing was changed
             6 | schedule resume funding --reason x                                       | funding is not paused; nothing was changed
             6 | schedule catch-up --reason x                                             | no missed date waits for a word
             2 | schedule catch-up                                                        | needs --reason TEXT, or --preview
             6 | job backfill funding --from 2026-01-06 --to 2026-01-07 --reason x        | no date of funding from 2026-01-06 to 2026-01-07 is lacking
             2 | job backfill funding --from 2026-01-07 --to 2026-01-06 --reason x        | --from 2026-01-07 is after --to 2026-01-06
             6 | job backfill tax-and-buffer --from 2026-01-02 --to 2026-01-02 --reason x | tax-and-buffer
             2 | job hold funding --date 6 --reason x                                     | --date: not a date
             2 | serve --every never                                                      | --every: not a time such as 90s
             2 | serve --port 99999                                                       | --port 99999: expected 0 to 65535
            """)
    void what_makes_no_sense_is_refused(int exit, String words, String line) {
        assertThat(night.run(words)).as(night.typed.err()).isEqualTo(exit);
        assertThat(night.typed.out()).isEmpty();
        assertThat(night.typed.err()).hasLineCount(1).startsWith("alluse: ").contains(line);
    }
}
