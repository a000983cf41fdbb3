package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import io.alluse.database.CommandLineProcess.Running;
import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.database.Homes;
import io.alluse.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run, disturbed in every way we know, by real signals to real processes. Where it stands at that moment is no matter of luck: it
 * waits for a lock that the test holds. A part of 6,000 main accounts is walked partition by partition in pages of 1,000, so the
 * posting lock of partition 4 is met in the second page, that of 8 in the fourth, those of 11 and 13 in the fifth.
 */
class DisturbedRunTest {

    private static final int MAINS = 6_000;
    private static final String POSTING_LOCK = "select pg_advisory_xact_lock(x'414C4C55'::int, %d)";
    private static final String COUNTER = "select next_number from main_account_counter for update";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    private Path dir;

    @Test
    @Timeout(180)
    void a_disturbed_run_ends_with_the_ledger_of_an_undisturbed_one() throws IOException, SQLException {
        String content = plan();
        Path plan = Files.writeString(dir.resolve("plan.csv"), content);
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("disturbed");
            Database.open(DatabaseSettings.of(home, DatabaseSettings.EMBEDDED, Map.of()))
                    .close();
            Night night = new Night(Homes.administrator(home), plan, home);
            night.killed(COUNTER, 0);
            night.killed(POSTING_LOCK.formatted(0), 0);
            night.killedWhileAnotherAsked(POSTING_LOCK.formatted(4), 1_000);
            night.stopped("TERM", POSTING_LOCK.formatted(8), 3_000, 4_000);
            night.lostItsBackend(POSTING_LOCK.formatted(11), 4_000);
            night.stopped("INT", POSTING_LOCK.formatted(13), 4_000, 5_000);
            night.completed();
            assertLikeUndisturbed(content, night.rows);
        }
    }

    private static String plan() {
        StringBuilder plan = new StringBuilder("name,capital,policy,split,gen_reference\n");
        for (int i = 1; i <= MAINS; i++) {
            plan.append("Account-").append(i).append(',').append(100_000 + i).append(".01,");
            plan.append(i % 3 == 0 ? "screenplay," : ",").append(i % 5 == 0 ? "25/35/40," : ",");
            plan.append(i % 7 == 0 ? "REF:" + i : "").append('\n');
        }
        return plan.append("Refused,0,,,\n").toString();
    }

    private static void assertLikeUndisturbed(String plan, Rows disturbed) {
        try (TestDatabase test = TestDatabase.create();
                PlanDesk desk = PlanDesk.on(test)) {
            CapitalizationReport undisturbed = desk.run(plan);
            assertThat(disturbed.chains())
                    .hasSize(3 * MAINS)
                    .isEqualTo(desk.rows().chains());
            assertThat(disturbed.of("select digest from run"))
                    .containsExactly(String.valueOf(undisturbed.run().digest()));
            assertThat(disturbed.isClean(undisturbed.run().digest())).isTrue();
            assertThat(disturbed.of("select count(*), min(number), max(number) from main_account"))
                    .containsExactly(MAINS + " 1 " + MAINS);
            assertThat(disturbed.number("select next_number from main_account_counter"))
                    .isEqualTo(MAINS + 1);
            for (String table : List.of(
                    "event",
                    "movement",
                    "announcement",
                    "brokerage_account",
                    "account_override",
                    "audit_entry",
                    "plan_row",
                    "input_problem",
                    "policy")) {
                String count = "select count(*) from " + table;
                assertThat(disturbed.number(count))
                        .as(table)
                        .isEqualTo(desk.rows().number(count));
            }
        }
    }

    /** The same command, given again and again. */
    private static final class Night {

        private final DataSource database;
        private final Rows rows;
        private final String[] words;

        Night(DataSource database, Path plan, Path home) {
            this.database = database;
            this.rows = Rows.of(database);
            this.words =
                    ("job run initial-capitalization --date 2026-01-05 --plan " + plan + " --home " + home).split(" ");
        }

        void killed(String lock, long done) throws IOException, SQLException {
            try (Held _ = new Held(lock)) {
                Running run = begun();
                assertDone(done);
                run.signal("KILL");
                assertThat(run.answer().exit()).isEqualTo(137);
            }
            settle();
            assertDone(done);
            assertOutcome("STARTED");
        }

        void killedWhileAnotherAsked(String lock, long done) throws IOException, SQLException {
            try (Held _ = new Held(lock)) {
                Running run = begun();
                Answer second = CommandLineProcess.run(words);
                assertThat(second.exit()).isEqualTo(6);
                assertThat(second.out()).isEmpty();
                assertThat(second.err())
                        .hasLineCount(1)
                        .contains("is being run by process " + run.process().pid() + " of ");
                assertDone(done);
                run.signal("KILL");
                assertThat(run.answer().exit()).isEqualTo(137);
            }
            settle();
            assertDone(done);
        }

        void stopped(String signal, String lock, long before, long after) throws IOException, SQLException {
            Running run;
            try (Held _ = new Held(lock)) {
                run = begun();
                assertDone(before);
                run.signal(signal);
                await(
                        "stopping after the chunks at hand",
                        () -> read(run).contains("stopping after the chunks at hand"));
            }
            Answer answer = run.answer();
            assertThat(answer.exit()).isEqualTo(8);
            assertThat(answer.out()).contains("  STOPPED in ");
            assertThat(answer.err().lines().toList())
                    .last()
                    .asString()
                    .matches(
                            "alluse: run \\d+ was stopped; to go on, give the same command again with --date 2026-01-05:"
                                    + " it goes on where it was");
            assertDone(after);
            assertOutcome("STOPPED");
        }

        void lostItsBackend(String lock, long done) throws IOException, SQLException {
            Running run;
            try (Held _ = new Held(lock)) {
                run = begun();
                rows.of("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()");
                Answer answer = run.answer();
                assertThat(answer.exit()).isEqualTo(1);
                assertThat(answer.err()).doesNotContain("\tat ");
                assertThat(answer.err().lines().filter(line -> line.startsWith("alluse: run ")))
                        .singleElement()
                        .asString()
                        .contains(
                                "failed: FATAL: terminating connection due to administrator command; mend that and give"
                                        + " the same command again with --date 2026-01-05");
            }
            settle();
            assertDone(done);
            assertOutcome("FAILED");
        }

        void completed() throws IOException {
            Answer answer = CommandLineProcess.run(words);
            assertThat(answer.exit()).isEqualTo(3);
            assertThat(answer.out())
                    .contains("  COMPLETED_WITH_SET_ASIDES in ")
                    .contains("  opened         6,000 main");
            assertDone(MAINS);
            assertThat(rows.of("select population, nothing, set_aside, outcome from run"))
                    .containsExactly("6001 0 1 COMPLETED_WITH_SET_ASIDES");
            assertThat(rows.of("select outcome from run_attempt order by no"))
                    .containsExactly(
                            "FAILED", "FAILED", "FAILED", "STOPPED", "FAILED", "STOPPED", "COMPLETED_WITH_SET_ASIDES");
            assertThat(rows.of("select no from run_attempt where failure like 'ended without a word: %' order by no"))
                    .containsExactly("1", "2", "3");
        }

        private Running begun() throws IOException {
            Running run = CommandLineProcess.start(words);
            await("the run to meet the lock", () -> {
                assertThat(run.process().isAlive()).as(read(run)).isTrue();
                return waiting() > 0;
            });
            return run;
        }

        private static String read(Running run) {
            try {
                return Files.readString(run.err());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private long waiting() {
            return rows.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()");
        }

        /** What the dead one left running in the server has noticed. */
        private void settle() {
            await(
                    "the server to notice",
                    () -> rows.number("select count(*) from pg_stat_activity where"
                                    + " backend_type = 'client backend' and datname = current_database()"
                                    + " and pid <> pg_backend_pid()")
                            == 0);
        }

        private void assertDone(long mains) {
            assertThat(rows.number("select count(*) from main_account")).isEqualTo(mains);
            assertThat(rows.number("select coalesce(sum(done), 0) from work_partition"))
                    .isEqualTo(mains);
        }

        private void assertOutcome(String outcome) {
            assertThat(rows.of("select outcome from run")).containsExactly(outcome);
        }

        private static void await(String what, BooleanSupplier reached) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!reached.getAsBoolean()) {
                assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
                LockSupport.parkNanos(20_000_000);
            }
        }

        /** A lock that the run will meet, held until this is closed. */
        private final class Held implements AutoCloseable {

            private final Connection connection;

            Held(String lock) throws SQLException {
                connection = database.getConnection();
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(lock);
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        }
    }
}
