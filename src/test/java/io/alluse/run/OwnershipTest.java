package io.alluse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.database.TestDatabase;
import io.alluse.run.WorkPart.Span;
import io.alluse.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What shows that an owner is alive, and what is done to one that is not; each test has a run of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
    private static final BusinessDay MONDAY = BusinessDay.parse("2026-01-05");
    private static final Owner A = new Owner("node-a", 101, "ada");
    private static final Owner B = new Owner("node-b", 202, "ben");
    private static final String DEAD = "alluse 00000000-dead";

    private final TestDatabase test = TestDatabase.create();
    private final Session session = Session.of(test.database().programPool(4));
    private final Runs runs = new Runs(session, test.program(), CLOCK);
    private final JdbcClient superuser = JdbcClient.create(test.superuser());

    @AfterAll
    void drop() {
        test.close();
    }

    private ActiveRun begun(String job, Owner owner) {
        return runs.begin(RunKey.of(job, MONDAY), null, owner, new StopSignal());
    }

    private Optional<RunLockStore> taken(String name, Duration longestSilence) {
        return RunLockStore.tryTake(test.program(), name, longestSilence);
    }

    private static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** A process that was stopped, or a machine that hangs, keeps its connection open and says nothing. */
    @Test
    void the_server_ends_a_lock_whose_owner_says_nothing() {
        try (RunLockStore silent = taken("silent", Duration.ofMillis(400)).orElseThrow()) {
            assertThat(taken("silent", Duration.ofSeconds(15))).isEmpty();
            await("the server to end the silent one", () -> {
                Optional<RunLockStore> next = taken("silent", Duration.ofSeconds(15));
                next.ifPresent(RunLockStore::close);
                return next.isPresent();
            });
            assertThatThrownBy(() -> silent.isStopRequested(1))
                    .isInstanceOf(OwnershipLost.class)
                    .hasMessageStartingWith("the lock of run 1 is lost: ")
                    .hasCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_watch_keeps_a_lock_that_would_be_ended_without_its_words() {
        RunLockStore lock = taken("watched", Duration.ofMillis(2_500)).orElseThrow();
        try (RunWatch watch = RunWatch.start(lock, 1, new StopSignal())) {
            LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
            assertThat(watch.isLost()).isFalse();
            assertThat(taken("watched", Duration.ofSeconds(15))).isEmpty();
        }
        taken("watched", Duration.ofSeconds(15)).orElseThrow().close();
    }

    @Test
    void a_watch_that_cannot_say_its_word_knows_that_the_run_is_no_longer_its_own() {
        try (ActiveRun run = begun("cut-off", A)) {
            run.mustBeOurs();
            assertThat(superuser.sql("""
                            select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted
                                and database = (select oid from pg_database where datname = current_database())""").query(Boolean.class).list()).contains(true);
            await("the watch to notice", () -> isLost(run));
        }
    }

    private static boolean isLost(ActiveRun run) {
        try {
            run.mustBeOurs();
            return false;
        } catch (OwnershipLost lost) {
            return true;
        }
    }

    @Test
    void a_request_to_stop_is_seen_at_once() {
        StopSignal stop = new StopSignal();
        try (ActiveRun run = runs.begin(RunKey.of("stop", MONDAY), null, A, stop)) {
            assertThat(stop.isRequested()).isFalse();
            long asked = System.nanoTime();
            runs.requestStop(run.id(), "ben");
            await("the owner to see the request", stop::isRequested);
            // twice a second, and some patience with a busy machine
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
            runs.end(run, Outcome.STOPPED, null);
        }
        StopSignal fresh = new StopSignal();
        try (ActiveRun _ = runs.begin(RunKey.of("stop", MONDAY), null, A, fresh)) {
            LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
            assertThat(fresh.isRequested()).isFalse();
        }
    }

    /** An owner that stands still holds the locks of its chunk: whoever takes over does not wait for it to wake up. */
    @Test
    void the_connections_of_a_dead_owner_are_ended_and_nobody_elses() throws SQLException {
        long id = abandoned("stands-still");
        try (Connection dead = named(test.program(), DEAD);
                Connection stranger = named(test.program(), "alluse somebody else");
                Connection otherLogin = named(test.superuser(), DEAD);
                Connection own = named(test.program(), Database.SESSION)) {
            dead.setAutoCommit(false);
            run(dead, "update work_partition set done = 1 where run_id = " + id);
            run(dead, "select pg_advisory_xact_lock(x'414C4C55'::int, 7)");

            long begin = System.nanoTime();
            try (ActiveRun run = begun("stands-still", B)) {
                assertThat(run.id()).isEqualTo(id);
                assertThat(run.attempt()).isEqualTo(2);
                assertThat(runs.parts(run).getFirst().done()).isZero();
                assertThat(session.transaction(() -> session.client()
                                .sql("select pg_try_advisory_xact_lock(x'414C4C55'::int, 7)")
                                .query(Boolean.class)
                                .single()))
                        .isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThatThrownBy(() -> run(dead, "commit")).isInstanceOf(SQLException.class);
            for (Connection living : new Connection[] {stranger, otherLogin, own}) {
                run(living, "select 1");
            }
        }
        assertThat(superuser
                        .sql("select outcome || ': ' || failure from run_attempt where no = 1 and run_id = " + id)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED: ended without a word: killed, stopped, or cut off");
    }

    /** A run with one part, left by an owner of another process. */
    private long abandoned(String job) {
        try (ActiveRun run = begun(job, A)) {
            session.transaction(() -> {
                runs.setPopulation(run, 10, 0, 0);
                runs.addPart(run, 0, 10);
            });
            superuser
                    .sql("update run_attempt set session = :dead where run_id = :run")
                    .param("dead", DEAD)
                    .param("run", run.id())
                    .update();
            return run.id();
        }
    }

    private static Connection named(DataSource source, String application) throws SQLException {
        Connection connection = source.getConnection();
        connection.setClientInfo("ApplicationName", application);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Otherwise its part, with its epoch, would be taken for the new owner's own, and both would walk it. */
    @Test
    void an_owner_that_was_taken_over_adds_no_part_to_any_pass() {
        try (ActiveRun a = begun("late", A)) {
            superuser.sql("""
                            select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted
                                and database = (select oid from pg_database where datname = current_database())""").query(Boolean.class).list();
            try (ActiveRun b = begun("late", B)) {
                assertThatThrownBy(() -> session.transaction(() -> runs.addPart(a, 0, Span.ALL, 3)))
                        .hasMessageContaining("has been taken over by another process since attempt 1");
                assertThat(runs.parts(b)).isEmpty();
            }
        }
    }

    /** The framework goes on after a chunk that was taken back within; the fence does not. */
    @Test
    void a_chunk_that_follows_one_that_was_taken_back_ends() {
        try (ActiveRun run = begun("taken-back", A)) {
            session.transaction(() -> {
                runs.setPopulation(run, 10, 0, 0);
                runs.addPart(run, 0, 10);
            });
            WorkPart first = runs.parts(run).getFirst();
            WorkPart believed = first.advanced(4, 4, Tally.NONE);
            session.transaction(() -> runs.fence(first));
            assertThatThrownBy(() -> session.transaction(() -> runs.fence(believed)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a chunk of run " + run.id()
                            + " has been taken back: part 0 is at 0 accounts in the database, not at 4");
        }
    }
}
