package io.alluse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.run.WorkPart.Span;
import io.alluse.sql.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who owns a run, and what becomes of an owner that is slow to learn that it no longer does. */
class RunsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
    private static final BusinessDay MONDAY = BusinessDay.parse("2026-01-05");
    private static final BusinessDay TUESDAY = BusinessDay.parse("2026-01-06");
    private static final RunKey NIGHTLY = RunKey.of("nightly", MONDAY);
    private static final RunKey LOAD = new RunKey("load", MONDAY, "aa");
    private static final Owner A = new Owner("node-a", 101, "ada");
    private static final Owner B = new Owner("node-b", 202, "ben");

    private final TestDatabase test = TestDatabase.create();
    private final Session session = Session.of(test.database().programPool(4));
    private final Runs runs = new Runs(session, test.program(), CLOCK);
    private final JdbcClient superuser = JdbcClient.create(test.superuser());

    @AfterEach
    void drop() {
        test.close();
    }

    private ActiveRun begun(RunKey key, Owner owner) {
        return runs.begin(key, null, owner, new StopSignal());
    }

    /** One part of ten rows. */
    private WorkPart fixed(ActiveRun run) {
        session.transaction(() -> {
            runs.setPopulation(run, 10, 0, 0);
            runs.addPart(run, 0, 10);
        });
        return part(run);
    }

    private WorkPart part(ActiveRun run) {
        return runs.parts(run).getFirst();
    }

    private static WorkPart after(WorkPart part, int rows) {
        return part.advanced(part.position() + rows, rows, posted(rows));
    }

    private static Tally posted(long rows) {
        return Tally.ofPosted(rows, Balances.ZERO, RunDigest.NONE);
    }

    /** A chunk of that many rows. */
    private WorkPart posted(WorkPart part, int rows) {
        return session.transaction(() -> {
            runs.fence(part);
            WorkPart advanced = after(part, rows);
            runs.advance(advanced);
            return advanced;
        });
    }

    /** The connection that shows that the owner is alive, and nothing else of it. */
    private void endLock() {
        assertThat(superuser.sql("""
                        select pg_terminate_backend(pid, 10000) from pg_locks
                        where locktype = 'advisory'
                            and database = (select oid from pg_database where datname = current_database())""").query(Boolean.class).list()).containsExactly(true);
    }

    private static void assertConflict(ThrowingCallable begin, String said) {
        assertThatThrownBy(begin)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.CONFLICT))
                .hasMessage(said);
    }

    private static void assertTakenOver(ThrowingCallable late) {
        assertThatThrownBy(late)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has been taken over by another process since attempt 1")
                .hasMessageContaining("posts nothing more");
    }

    @Test
    void an_owner_whose_lock_is_gone_is_taken_over_and_fenced_off() {
        try (ActiveRun a = begun(NIGHTLY, A)) {
            WorkPart old = posted(fixed(a), 4);
            endLock();
            try (ActiveRun b = begun(NIGHTLY, B)) {
                assertThat(b.id()).isEqualTo(a.id());
                assertThat(b.attempt()).isEqualTo(2);
                assertThat(b.isContinued()).isTrue();
                assertThat(part(b))
                        .isEqualTo(new WorkPart(b.id(), 1, 0, 2, 10, Span.ALL, old.position(), 4, old.tally()));

                assertTakenOver(() -> session.transaction(() -> runs.fence(old)));
                assertTakenOver(() -> session.transaction(() -> runs.advance(after(old, 3))));
                assertTakenOver(() -> session.transaction(() -> runs.setPopulation(a, 99, 0, 0)));
                runs.end(a, Outcome.FAILED, "too late");
                assertThat(runs.refreshed(b).outcome()).isEqualTo(Outcome.STARTED);
                assertThat(runs.refreshed(b).failure()).isNull();
                assertThat(runs.refreshed(b).population()).isEqualTo(10);
                assertThat(part(b).done()).isEqualTo(4);

                posted(part(b), 6);
                runs.end(b, Outcome.COMPLETED, null);
            }
            assertThat(runs.refreshed(a).outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(runs.progress(a.id())).isEqualTo(new Progress(10, 10, 0));
        }
        assertThat(superuser
                        .sql("select no || ' ' || node || ' ' || pid || ' ' || outcome from run_attempt order by no")
                        .query(String.class)
                        .list())
                .containsExactly("1 node-a 101 FAILED", "2 node-b 202 COMPLETED");
    }

    @Test
    void a_takeover_waits_for_the_chunk_at_hand_and_sees_it() throws Exception {
        try (ActiveRun a = begun(NIGHTLY, A);
                var executor = Executors.newSingleThreadExecutor()) {
            WorkPart part = fixed(a);
            endLock();
            Future<ActiveRun> takeover = session.transaction(() -> {
                runs.fence(part);
                Future<ActiveRun> begun = executor.submit(() -> begun(NIGHTLY, B));
                awaitLockWait();
                runs.advance(after(part, 4));
                return begun;
            });
            try (ActiveRun b = takeover.get()) {
                assertThat(part(b).done()).isEqualTo(4);
                assertThat(part(b).epoch()).isEqualTo(2);
            }
        }
    }

    private void awaitLockWait() {
        long end = System.nanoTime() + 30_000_000_000L;
        while (superuser.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and datname = current_database()""").query(Long.class).single() == 0) {
            assertThat(System.nanoTime()).as("waited for the takeover").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_living_owner_is_never_taken_over() {
        try (ActiveRun a = begun(NIGHTLY, A)) {
            assertConflict(
                    () -> begun(NIGHTLY, B),
                    "nightly of 2026-01-05 is being run by process 101 of ada on node-a; watch it with `alluse job status`");
            posted(fixed(a), 10);
        }
    }

    @Test
    void of_many_that_begin_at_once_one_wins() throws Exception {
        int threads = 12;
        CountDownLatch together = new CountDownLatch(threads);
        List<ActiveRun> winners = new ArrayList<>();
        List<String> losers = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<ActiveRun>> begins = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Owner owner = new Owner("node", i, "many");
                begins.add(() -> {
                    together.countDown();
                    together.await();
                    return begun(NIGHTLY, owner);
                });
            }
            for (Future<ActiveRun> begin : executor.invokeAll(begins)) {
                switch (begin.state()) {
                    case SUCCESS -> winners.add(begin.resultNow());
                    case FAILED -> losers.add(Fault.reason(begin.exceptionNow()));
                    case RUNNING, CANCELLED -> throw new AssertionError(begin.state());
                }
            }
        }
        assertThat(winners).hasSize(1);
        winners.getFirst().close();
        assertThat(losers)
                .hasSize(threads - 1)
                .allMatch(said -> said.startsWith("nightly of 2026-01-05 is being run by"));
        assertThat(superuser
                        .sql("select count(*) from run_attempt")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_complete_run_is_not_begun_again() {
        try (ActiveRun a = begun(NIGHTLY, A)) {
            posted(fixed(a), 10);
            runs.end(a, Outcome.COMPLETED, null);
        }
        assertConflict(
                () -> begun(NIGHTLY, B),
                "nightly of 2026-01-05 is already done: run 1 ended COMPLETED at 2026-01-05T14:30:00Z; nothing was posted");
        // and the refused one holds no lock
        begun(RunKey.of("nightly", TUESDAY), B).close();
        assertThat(superuser
                        .sql("select count(*) from run_attempt where run_id = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void jobs_with_input_run_one_at_a_time_the_others_one_at_a_time_per_date() {
        try (ActiveRun _ = begun(NIGHTLY, A);
                ActiveRun _ = begun(RunKey.of("nightly", TUESDAY), B);
                ActiveRun load = begun(LOAD, A)) {
            assertConflict(
                    () -> begun(new RunKey("load", TUESDAY, "bb"), B),
                    "load of 2026-01-06 cannot start now: run " + load.id()
                            + " of 2026-01-05 is being run by process 101 of ada on node-a;"
                            + " watch it with `alluse job status`");
            begun(new RunKey("other", TUESDAY, "bb"), B).close();
        }
        begun(new RunKey("load", TUESDAY, "bb"), B).close();
    }
}
