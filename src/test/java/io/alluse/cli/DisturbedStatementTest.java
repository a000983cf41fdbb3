package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import io.alluse.database.CommandLineProcess.Running;
import io.alluse.database.Homes;
import io.alluse.statement.ManyTrades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One import through an inbox, killed at every place we know of: while the file is staged, while it is judged, in the middle of being
 * posted, after that but before it is put away; and the server with it. Where it stands is no matter of luck: it waits for a lock that
 * the test holds.
 */
class DisturbedStatementTest {

    private static final int MAINS = 16;
    private static final int TRADES = 24_000;
    private static final String STAGE = "lock table statement_stage in exclusive mode";
    private static final String PAGES = "lock table statement_line_p03 in access exclusive mode";
    private static final String POSTING = "select pg_advisory_xact_lock(x'414C4C55'::int, 7)";
    private static final String ENDING = "lock table statement_page in exclusive mode";

    @TempDir
    private Path dir;

    @Test
    @Timeout(300)
    void a_disturbed_import_ends_with_the_ledger_of_an_undisturbed_one() throws IOException, SQLException {
        List<String> undisturbed;
        List<String> disturbed;
        try (Homes homes = new Homes()) {
            undisturbed = new Night(homes.fresh("calm"), dir.resolve("calm")).calm();
            disturbed = new Night(homes.fresh("rough"), dir.resolve("rough")).rough();
        }
        assertThat(disturbed).hasSizeGreaterThan(3 * MAINS).isEqualTo(undisturbed);
    }

    /** A database of its own with an inbox. */
    private static final class Night {

        private final Path home;
        private final Path inbox;
        private final String[] words;

        Night(Path home, Path inbox) throws IOException {
            this.home = home;
            this.inbox = Files.createDirectories(inbox);
            Path plan =
                    Files.writeString(inbox.resolveSibling(inbox.getFileName() + "-plan.csv"), ManyTrades.plan(MAINS));
            run("job run initial-capitalization --date 2025-01-02 --plan " + plan);
            Path file = ManyTrades.write(inbox.resolve("all.csv"), 3 * MAINS, TRADES);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T00:00:00Z")));
            words = words("job run statement-import --date 2026-02-27 --inbox " + inbox);
        }

        private String[] words(String text) {
            return (text + " --home " + home).split(" ");
        }

        private void run(String text) throws IOException {
            assertThat(CommandLineProcess.run(words(text)).exit()).isZero();
        }

        List<String> calm() throws IOException {
            Answer answer = CommandLineProcess.run(words);
            assertThat(answer.exit()).as(answer.err()).isZero();
            return ended();
        }

        List<String> rough() throws IOException, SQLException {
            killed(STAGE);
            killed(PAGES);
            killed(POSTING);
            assertThat(rows().number("select coalesce(sum(done), 0) from work_partition where run_id = 2"))
                    .isBetween(1L, TRADES - 1L);
            Homes.kill(home);
            killed(ENDING);
            return calm();
        }

        /** Everything that names no time and no attempt. */
        private List<String> ended() throws IOException {
            assertThat(inbox.resolve("archive/all.csv")).exists();
            assertThat(inbox.resolve("archive/all.csv.report.txt")).exists();
            assertThat(inbox.resolve("all.csv")).doesNotExist();
            Rows rows = rows();
            List<String> ended = new ArrayList<>(rows.chains());
            ended.addAll(rows.of("select population, nothing, set_aside, outcome, digest from run where id = 2"));
            for (String table :
                    List.of("event", "movement", "lot", "lot_closing", "statement_line", "statement_verdict")) {
                ended.addAll(rows.of("select '" + table + "', count(*) from " + table));
            }
            ended.addAll(rows.of("select count(*), sum(cost), sum(open_cost) from lot"));
            assertThat(rows.number("select count(*) from statement_stage")).isZero();
            return ended;
        }

        /** The server may have been killed, too. */
        private Rows rows() {
            return Rows.of(Homes.administrator(home));
        }

        private void killed(String lock) throws IOException, SQLException {
            run("db start");
            try (Connection held = Homes.administrator(home).getConnection()) {
                held.setAutoCommit(false);
                try (Statement statement = held.createStatement()) {
                    statement.execute("set search_path = alluse");
                    statement.execute(lock);
                }
                Running run = CommandLineProcess.start(words);
                await(lock, () -> !run.process().isAlive() || waiting() > 0);
                assertThat(run.process().isAlive())
                        .as(Files.readString(run.err()))
                        .isTrue();
                run.signal("KILL");
                assertThat(run.answer().exit()).isEqualTo(137);
            }
        }

        private long waiting() {
            return rows().number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()");
        }

        private static void await(String what, BooleanSupplier reached) {
            long end = System.nanoTime() + 90_000_000_000L;
            while (!reached.getAsBoolean()) {
                assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
