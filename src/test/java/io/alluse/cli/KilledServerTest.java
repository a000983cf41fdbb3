package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server dies under a run, with the settings that users have. */
class KilledServerTest {

    /** Three pages; the posting lock of partition 8 is met in the second. */
    private static final int MAINS = 3_000;

    private static final String POSTING_LOCK = "select pg_advisory_xact_lock(x'414C4C55'::int, 8)";
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and datname = current_database()";

    @TempDir
    private Path dir;

    @Test
    @Timeout(120)
    void a_run_whose_server_was_killed_says_so_and_the_same_command_completes_it() throws IOException, SQLException {
        String content = plan();
        Path plan = Files.writeString(dir.resolve("plan.csv"), content);
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("killed-server");
            String[] words =
                    ("job run initial-capitalization --date 2026-01-05 --plan " + plan + " --home " + home).split(" ");
            Database.open(DatabaseSettings.of(home, DatabaseSettings.EMBEDDED, Map.of()))
                    .close();
            Answer told = disturbed(home, words);
            assertThat(told.exit()).as(told.err()).isEqualTo(7);
            assertThat(told.out()).isEmpty();
            // beside the progress
            assertThat(told.err().lines().filter(line -> !line.contains(" of 9,000 accounts")))
                    .singleElement()
                    .asString()
                    .contains("alluse: the database went away under run 1: ")
                    .endsWith("; give the same command again: it goes on where it was");

            Answer answer = CommandLineProcess.run(words);
            assertThat(answer.exit()).as(answer.err()).isZero();
            assertThat(answer.out()).contains("  COMPLETED in ").contains("  opened         3,000 main");
            Rows rows = Rows.of(Homes.administrator(home));
            assertThat(rows.of("select done, posted, epoch from work_partition"))
                    .containsExactly("3000 3000 2");
            assertLikeUndisturbed(content, rows);
        }
    }

    private static String plan() {
        StringBuilder plan = new StringBuilder("name,capital\n");
        for (int i = 1; i <= MAINS; i++) {
            plan.append("Account-").append(i).append(',').append(100_000 + i).append(".01\n");
        }
        return plan.toString();
    }

    /** One page is committed, the second waits for a lock of ours. */
    private static Answer disturbed(Path home, String... words) throws IOException, SQLException {
        Rows rows = Rows.of(Homes.administrator(home));
        try (Connection holder = Homes.administrator(home).getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(POSTING_LOCK);
            Running run = CommandLineProcess.start(words);
            while (rows.number(WAITING) == 0) {
                assertThat(run.process().isAlive()).isTrue();
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(rows.of("select done from work_partition")).containsExactly("1000");
            Homes.kill(home);
            return run.answer();
        }
    }

    private static void assertLikeUndisturbed(String plan, Rows disturbed) {
        try (TestDatabase test = TestDatabase.create();
                PlanDesk desk = PlanDesk.on(test)) {
            String digest = String.valueOf(desk.run(plan).run().digest());
            assertThat(disturbed.of("select digest from run")).containsExactly(digest);
            assertThat(disturbed.chains())
                    .hasSize(3 * MAINS)
                    .isEqualTo(desk.rows().chains());
            assertThat(disturbed.isClean(digest)).isTrue();
        }
    }
}
