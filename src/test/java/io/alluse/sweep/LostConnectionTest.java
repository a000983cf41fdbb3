package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.run.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection that the server ends under a run: the run goes on by itself, and says what has happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostConnectionTest {

    private static final int ACCOUNTS = 24;

    private final CapitalizedDatabase database = CapitalizedDatabase.ofMains(ACCOUNTS / 3);
    private final SweepDesk desk = SweepDesk.on(database);

    @AfterAll
    void drop() {
        desk.close();
        database.close();
    }

    /** That of the chunk holds the posting locks; that of the run's lock holds one more advisory lock, and no transaction. */
    @ParameterizedTest(name = "of {0}")
    @CsvSource(delimiter = '|', textBlock = """
         the chunk | state = 'idle in transaction' | 0    | terminating connection due to administrator command
         the lock  | state = 'idle'                | 1500 | the connection that shows that this process carries out run
        """)
    void a_run_survives_the_loss_of_a_connection(String of, String which, long pause, String reason) {
        String job = "lost-" + of.replace(' ', '-');
        SweepReport report =
                desk.carriedOut(CentJob.named(job).before(onceInTheSecondPage(which, pause)), SweepDesk.inChunks(5));

        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.tally().of(POSTED)).isEqualTo(ACCOUNTS);
        assertThat(desk.attempts(report.run().id())).containsExactly("1 FAILED", "2 COMPLETED");
        assertThat(desk.rows("select failure from run_attempt where no = 1 and run_id = "
                        + report.run().id()))
                .first()
                .asString()
                .contains(reason);
        assertThat(desk.isClean(Objects.requireNonNull(report.run().digest()))).isTrue();
    }

    private Consumer<List<AccountView>> onceInTheSecondPage(String which, long pause) {
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicBoolean done = new AtomicBoolean();
        return page -> {
            if (!first.getAndSet(false) && done.compareAndSet(false, true)) {
                end(which);
                sleep(pause);
            }
        };
    }

    private void end(String which) {
        assertThat(desk.rows("select pg_terminate_backend(pid, 10000) from pg_stat_activity where " + which
                        + " and datname = current_database() and pid in (select pid from pg_locks"
                        + " where locktype = 'advisory' and granted)"))
                .containsExactly("t");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
