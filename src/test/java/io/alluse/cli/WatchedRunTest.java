package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.run.ActiveRun;
import io.alluse.run.RunKey;
import io.alluse.run.StopSignal;
import io.alluse.sweep.SweepDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A run that is watched, stopped and left alone by others than the one who carries it out. It goes account by account and stands still
 * at the fourth, whose row the test holds.
 */
@Timeout(120)
class WatchedRunTest {

    private static final String RUN = "job run tax-and-buffer --date 2026-01-06 --chunk 1";
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long ENOUGH_TO_ANSWER_NANOS = 1_500_000_000L;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private SweepNight night;

    @BeforeEach
    void begin() {
        night = SweepNight.begun();
    }

    @AfterEach
    void end() {
        others.shutdownNow();
        night.close();
    }

    /** Somebody else at another terminal. */
    private final class Other {

        private final Typed typed = Typed.on(night.database);
        private final Future<Integer> exit;

        Other(String words) {
            exit = others.submit(() -> typed.run(words));
        }

        void assertExit(int code) throws Exception {
            assertThat(exit.get()).as(typed.err()).isEqualTo(code);
        }
    }

    private Connection held() throws SQLException {
        return held("A-000002-GEN");
    }

    private Connection held(String code) throws SQLException {
        Connection connection = night.database.test().owner().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select account_id from account_head where account_id ="
                    + " (select id from account where code = '" + code + "') for update");
        }
        return connection;
    }

    private void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void awaitSaid(Other other, String line) {
        await("`" + line + "`", () -> other.typed.err().contains(line));
    }

    private void awaitDone(int accounts) {
        await(
                "the run to meet the lock",
                () -> night.rows.number("select coalesce(sum(done), 0) from alluse.work_partition where run_id = 2")
                        == accounts);
    }

    private void assertRefused(String words, String line) {
        assertThat(night.run(words)).isEqualTo(6);
        assertThat(night.typed.out()).isEmpty();
        assertThat(night.typed.err()).hasLineCount(1).contains(line);
    }

    @Test
    void another_sees_how_far_it_is_and_stops_it_after_the_chunk() throws Exception {
        night.refuse("A-000001-REV");
        Other run;
        Other stop;
        try (Connection _ = held()) {
            run = new Other(RUN + " --threads 1");
            awaitDone(3);
            assertSeen();
            assertRefused("job relaunch 2", "tax-and-buffer of 2026-01-06 is being run by process ");
            assertRefused("set-aside resolve 2 A-000001-REV --reason x", "run 2 is being carried out by process ");
            assertThat(night.run("job stop 2 --timeout 1s")).isEqualTo(9);
            assertThat(night.typed.err()).contains("run 2 has been asked to stop and has not ended after 1.0 s");
            stop = new Other("job stop 2");
            LockSupport.parkNanos(ENOUGH_TO_ANSWER_NANOS);
            assertThat(stop.exit.isDone()).isFalse();
        }
        stop.assertExit(0);
        assertThat(stop.typed.out()).startsWith("tax-and-buffer of 2026-01-06  run 2  STOPPED in ");
        assertThat(stop.typed.err()).isEqualTo("alluse: next: `alluse job relaunch 2` goes on where it was\n");
        run.assertExit(8);
        assertThat(run.typed.err())
                .endsWith("alluse: run 2 was stopped; `alluse job relaunch 2` goes on where it was\n");
        assertThat(night.rows.of(
                        "select done, outcome from alluse.work_partition w join alluse.run r on r.id = w.run_id"
                                + " where r.id = 2"))
                .containsExactly("4 STOPPED");
        assertRefused("job stop 2", "run 2 has ended STOPPED at ");
        assertThat(night.run("job explain 2 A-000003-GEN")).isZero();
        assertThat(night.typed.out()).endsWith("run 2: not reached; the run is STOPPED\n");
        assertThat(night.run("job relaunch 2 --quiet")).isEqualTo(3);
        assertThat(night.typed.out()).isEqualTo("2\n");
    }

    private void assertSeen() {
        assertThat(night.run("job status")).isZero();
        assertThat(night.typed.out())
                .contains("  2  tax-and-buffer          2026-01-06  STARTED             9   33%      1  ")
                .containsPattern("run 2: 33%  3 of 9 accounts, 1 set aside  \\d+/s.*, by process "
                        + ProcessHandle.current().pid() + " of \\S+ on \\S+\n");
        assertThat(night.run("job status 2 --json")).isZero();
        assertThat(night.typed.out())
                .contains("\"outcome\":\"STARTED\"")
                .contains("\"done\":3,\"total\":9,\"percent\":33,\"rate\":")
                .contains("\"owner\":\"process " + ProcessHandle.current().pid() + " of ");
    }

    @Test
    void it_ends_itself_when_its_time_has_passed() throws Exception {
        Other run;
        // however far it has come by then: it cannot end before
        try (Connection _ = held()) {
            run = new Other(RUN + " --timeout 3s");
            awaitSaid(run, "--timeout 3.0 s has passed: stopping after the chunks at hand");
        }
        run.assertExit(9);
        assertThat(run.typed.out()).startsWith("tax-and-buffer of 2026-01-06  run 2  STOPPED in ");
        assertThat(night.rows.of("select outcome from alluse.run where id = 2")).containsExactly("STOPPED");
        Other relaunch;
        try (Connection _ = held("A-000002-REV")) {
            relaunch = new Other("job relaunch tax-and-buffer --date 2026-01-06 --chunk 1 --timeout 1h --json");
            awaitSaid(relaunch, "{\"percent\":44,\"done\":4,\"total\":9,\"setAside\":0,");
        }
        relaunch.assertExit(0);
    }

    @Test
    void one_that_nobody_carries_out_any_more_is_told_from_one_that_is_running() {
        try (ActiveRun run = night.desk
                .runs()
                .begin(RunKey.of("tax-and-buffer", SweepDesk.DAY), null, SweepDesk.owner("gone"), new StopSignal())) {
            assertThat(run.id()).isEqualTo(2);
            assertThat(night.run("job status")).isZero();
            assertThat(night.typed.out())
                    .containsPattern("run 2: 100%  0 of 0 accounts, by process \\d+ of test on gone");
            night.rows.of("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
            assertRefused("job stop 2", "run 2 is not being carried out any more: its process has gone without a word");
            assertThat(night.run("job status")).isZero();
            assertThat(night.typed.out())
                    .contains("run 2: 100%  0 of 0 accounts; nobody is carrying it out any more:"
                            + " `alluse job relaunch 2` goes on where it was\n");
            assertThat(night.run("job explain 2 A-000001-GEN")).isEqualTo(5);
            assertThat(night.typed.err()).contains("run 2 ended before it had fixed which accounts it is about");
            assertThat(night.run("job relaunch 2 --quiet")).isZero();
        }
    }
}
