package io.alluse.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.notification.Channel.Way;
import io.alluse.notification.Notifications.Told;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks, alerts, decisions and runs as others leave them; who hears of them, and how often. */
class NotificationsTest {

    private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");
    private static final Owner US = new Owner("node-1", 11, "ann");
    private static final Set<NoticeKind> ALL = EnumSet.allOf(NoticeKind.class);

    private static CapitalizedDatabase database;
    private static JdbcClient jdbc;

    @TempDir
    private Path directory;

    private final StringWriter screen = new StringWriter();
    private Path log;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.ofMains(1);
        jdbc = JdbcClient.create(database.test().program());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** What earlier stories have left is told to nobody. */
    @BeforeEach
    void fresh() {
        log = directory.resolve("log/told.log");
        JdbcClient superuser = JdbcClient.create(database.test().superuser());
        superuser
                .sql("truncate alluse.notification, alluse.notification_channel, alluse.notification_delivery,"
                        + " alluse.alert, alluse.reconciliation_break, alluse.decision restart identity cascade")
                .update();
        superuser.sql("update alluse.run_attempt set noted = true").update();
    }

    private Notifications notifications() {
        Session session = Session.of(database.test().program());
        Runs runs = new Runs(session, database.test().program(), CapitalizedDatabase.CLOCK);
        return new Notifications(session, runs, new PrintWriter(screen, true));
    }

    private Channel file() {
        return new Channel("log", ALL, new Way.ToFile(log));
    }

    private Channel command(String shell) {
        return new Channel("pager", ALL, new Way.ToCommand(List.of("/bin/sh", "-c", shell), Duration.ofMillis(1_500)));
    }

    private Told tell(Instant now, Channel... channels) {
        return notifications().tell(US, List.of(channels), now);
    }

    private List<String> lines() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    private static void raise(int alerts) {
        jdbc.sql("""
                        insert into alert (kind, subject_id, key, text, next_step, raised_on)
                        select 'drift', id, k, 'GEN has 26% of 20%', 'alluse transfer list', '2026-01-06'
                        from main_account, generate_series(1, :n) k""").param("n", alerts).update();
    }

    /** An attempt at a run of its own. */
    private static long attempt(String outcome, String ended, long setAside) {
        long run = jdbc.sql("""
                        insert into run (job, business_date, outcome, started_at, failure, set_aside, input_digest, input_name)
                        select 'statement-import', '2026-01-06', :outcome, :ended::timestamptz,
                            'the disk is full', :aside, 'd' || count(*), 'july.csv' from run returning id""")
                .param("outcome", outcome)
                .param("ended", ended)
                .param("aside", setAside)
                .query(Long.class)
                .single();
        another(run, 1, outcome, ended);
        return run;
    }

    private static void another(long run, int no, String outcome, String ended) {
        jdbc.sql("""
                        insert into run_attempt (run_id, no, node, pid, os_user, started_at, ended_at, outcome, failure)
                        values (:run, :no, 'node-2', 22, 'eve', :ended::timestamptz, :ended::timestamptz, :outcome, 'x')""")
                .param("run", run)
                .param("no", no)
                .param("outcome", outcome)
                .param("ended", ended)
                .update();
    }

    @Test
    void each_thing_is_told_once_with_the_next_step() throws IOException {
        jdbc.sql("""
                        insert into reconciliation_break (brokerage_id, kind, stated, expected, since, as_of, statement)
                        select id, 'cash', 99990.00, 100000.00, '2026-01-05', '2026-01-05', 'january.csv'
                        from brokerage_account order by id limit 1""").update();
        raise(1);
        jdbc.sql("""
                        insert into decision (kind, account_id, asked_on, amount, score, verdict, factors, policy_hash, asked_by,
                            asked_at, state, expires_on)
                        select 'fork', id, '2026-01-06', 52000.00, 0.65, v, '{}', '\\x00', 'ann', now(), 'OPEN', '2026-01-13'
                        from (select min(id) as id from account) a, unnest(array['REVIEW']) v""").update();
        assertThat(tell(NOON, file())).isEqualTo(new Told(3, 3, List.of()));
        assertThat(tell(NOON.plusSeconds(1), file())).isEqualTo(new Told(0, 0, List.of()));
        assertThat(lines())
                .containsExactly(
                        "2026-01-06T12:00:00Z break-opened: A-000001-GEN: cash is 99990.00 at the broker and 100000.00 in"
                                + " the ledger, as of 2026-01-05; next: alluse break show 1",
                        "2026-01-06T12:00:00Z alert-raised: A-000001: drift: GEN has 26% of 20%; next: alluse transfer list",
                        "2026-01-06T12:00:00Z review-waiting: A-000001-GEN: a fork of 52000.00 with score 0.65 waits for a"
                                + " person until 2026-01-13; next: alluse decision show 1");
    }

    @Test
    void many_of_a_kind_are_told_in_one_message() throws IOException {
        raise(Bundle.MOST_SINGLE + 1);
        assertThat(tell(NOON, file()).told()).isEqualTo(1);
        assertThat(lines().getFirst()).contains("21 alerts (21 drift), the first: A-000001: drift: ");
        raise(0);
        assertThat(tell(NOON, file()).told()).isZero();
    }

    @Test
    void what_is_gone_before_anybody_looked_is_told_to_nobody() {
        raise(2);
        jdbc.sql("update alert set state = 'cleared', cleared_on = '2026-01-06' where id = 1")
                .update();
        assertThat(tell(NOON, file()).told()).isEqualTo(1);
    }

    @Test
    void a_failure_of_another_process_is_told_when_it_has_not_started_again_within_a_minute() throws IOException {
        long lasting = attempt("FAILED", "2026-01-06T11:59:30Z", 0);
        long mended = attempt("FAILED", "2026-01-06T11:59:30Z", 0);
        assertThat(tell(NOON, file()).noted()).isZero();
        another(mended, 2, "COMPLETED", "2026-01-06T11:59:50Z");
        jdbc.sql("update run set outcome = 'COMPLETED' where id = :id")
                .param("id", mended)
                .update();
        assertThat(tell(NOON.plusSeconds(30), file()).noted()).isEqualTo(1);
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("run-failed: statement-import of 2026-01-06 (july.csv), run " + lasting
                        + ", failed: the disk is full; next: alluse job status " + lasting);
    }

    @Test
    void what_was_left_over_is_told_with_how_many() throws IOException {
        attempt("COMPLETED_WITH_SET_ASIDES", "2026-01-06T11:00:00Z", 3);
        attempt("COMPLETED_WITH_SET_ASIDES", "2026-01-06T11:00:00Z", 0);
        tell(NOON, file());
        assertThat(lines()).singleElement().asString().contains("rejected lines: 3; next: alluse job status ");
    }

    @Test
    void a_run_that_nobody_carries_out_is_told_once() throws IOException {
        long run = jdbc.sql("""
                        insert into run (job, business_date, started_at) values ('tax-and-buffer', '2026-01-06', now())
                        returning id""").query(Long.class).single();
        jdbc.sql("""
                        insert into run_attempt (run_id, no, node, pid, os_user, started_at)
                        values (:run, 1, 'node-2', 22, 'eve', now())""").param("run", run).update();
        tell(NOON, file());
        tell(NOON.plusSeconds(60), file());
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("run-abandoned: tax-and-buffer of 2026-01-06, run " + run + ", has not ended, and nobody is"
                        + " carrying it out any more; next: alluse job relaunch " + run);
        jdbc.sql("update run_attempt set ended_at = now(), outcome = 'COMPLETED' where run_id = :run")
                .param("run", run)
                .update();
    }

    @Test
    void a_command_finds_the_message_on_its_standard_input() throws IOException {
        raise(1);
        Path heard = directory.resolve("heard");
        assertThat(tell(NOON, command("cat >> " + heard)).failures()).isEmpty();
        assertThat(Files.readString(heard)).isEqualTo("""
                {"version":1,"id":1,"kind":"alert-raised","key":"alert-1","text":"A-000001: drift: GEN has 26% of 20%",\
                "next":"alluse transfer list","things":1,"subject":"A-000001","run":null,"at":"2026-01-06T12:00:00Z"}
                """);
    }

    @Test
    void a_channel_that_fails_is_told_again_later_and_does_not_hold_up_the_others() throws IOException {
        raise(2);
        Told failed = tell(NOON, command("echo no line; exit 3"), file());
        assertThat(failed.told()).isEqualTo(2);
        assertThat(failed.failures())
                .containsExactly(
                        "notification 1 could not be told to pager: ended with exit code 3: no line; it is tried"
                                + " again from 2026-01-06T12:01:00Z");
        Path heard = directory.resolve("heard");
        Channel mended = command("cat >> " + heard);
        assertThat(tell(NOON.plusSeconds(59), mended).told())
                .as("the one not tried")
                .isEqualTo(1);
        assertThat(tell(NOON.plusSeconds(60), mended).told())
                .as("the other one")
                .isEqualTo(1);
        assertThat(Files.readAllLines(heard)).hasSize(2);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void a_command_that_hangs_is_ended_with_all_that_it_has_started() {
        raise(1);
        long began = System.nanoTime();
        assertThat(tell(NOON, command("sleep 60 & wait")).failures())
                .singleElement()
                .asString()
                .contains("has not ended within 1.5 s");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_new_channel_is_told_what_happens_from_then_on_and_only_the_kinds_it_wants() throws IOException {
        raise(1);
        tell(NOON, file());
        Channel screenOnly = new Channel("screen", Set.of(NoticeKind.DEADLINE_MISSED), new Way.ToOutput());
        tell(NOON, file(), screenOnly);
        jdbc.sql("update alert set key = 'other'").update();
        raise(1);
        Session session = Session.of(database.test().program());
        Notice late = Notice.deadlineMissed("daily-close", "2026-01-06", "daily-close is late", "alluse job status");
        assertThat(session.transaction(() -> notifications().note(late, NOON))).isTrue();
        assertThat(session.transaction(() -> notifications().note(late, NOON)))
                .as("again")
                .isFalse();
        tell(NOON, file(), screenOnly);
        assertThat(screen.toString())
                .isEqualTo("2026-01-06T12:00:00Z deadline-missed: daily-close is late; next: alluse job status\n");
        assertThat(lines()).hasSize(3);
    }

    @Test
    void processes_that_tell_at_once_tell_each_thing_once() throws Exception {
        raise(20);
        jdbc.sql("select 1").query(Integer.class).single();
        List<Callable<Told>> tellers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tellers.add(() -> tell(NOON, file(), command("cat > /dev/null")));
        }
        int told = 0;
        try (var executor = Executors.newFixedThreadPool(6)) {
            for (Future<Told> one : executor.invokeAll(tellers)) {
                told += one.get().told();
            }
        }
        told += tell(NOON, file(), command("cat > /dev/null")).told();
        assertThat(told).isEqualTo(40);
        assertThat(lines()).hasSize(20);
    }

    @Test
    void a_teller_that_dies_after_it_has_claimed_a_message_does_not_lose_it() throws IOException {
        raise(1);
        DeliveryStore store = new DeliveryStore(Session.of(database.test().program()));
        tell(NOON, new Channel("log", Set.of(NoticeKind.TEST), new Way.ToFile(log)));
        jdbc.sql("insert into notification_delivery values (1, 'log', :now::timestamptz)")
                .param("now", NOON.toString())
                .update();
        assertThat(store.claim("log", NOON, NOON.plusSeconds(60))).isPresent();
        assertThat(tell(NOON.plusSeconds(59), file()).told()).isZero();
        assertThat(tell(NOON.plusSeconds(60), file()).told()).isEqualTo(1);
    }
}
