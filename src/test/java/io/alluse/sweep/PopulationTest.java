package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.TestDatabase;
import io.alluse.policy.Tier;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.run.WorkPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is about the accounts that exist when it begins: counted and bounded once, whoever is opened later, before or behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopulationTest {

    /** Accounts of main accounts with numbers from 5,000: later ones with smaller numbers have smaller ids in the same partition. */
    private final CapitalizedDatabase database = CapitalizedDatabase.ofMains(2);

    private final SweepDesk desk = SweepDesk.on(database);
    private final AtomicInteger opened = new AtomicInteger();

    PopulationTest() {
        open(5_000);
    }

    @AfterAll
    void drop() {
        desk.close();
        database.close();
    }

    /** Two main accounts per table partition, numbered from there on. */
    private void open(long number) {
        desk.tamper("update main_account_counter set next_number = " + number);
        StringBuilder plan = new StringBuilder("name,capital\n");
        for (int i = 0; i < 32; i++) {
            plan.append("New-").append(opened.incrementAndGet()).append(",500000\n");
        }
        database.capitalize(plan.toString());
    }

    /** Some before and some behind the accounts that are there. */
    private void openOnBothSides() {
        long count = opened.get();
        open(100 + count);
        open(10_000 + count);
    }

    private long accounts() {
        return desk.number("select count(*) from account_head");
    }

    private static Sweep.Order order(boolean inParts, int chunk, StopSignal stop) {
        return new Sweep.Order(
                SweepDesk.DAY, false, 2, chunk, inParts ? 0 : Long.MAX_VALUE, SweepDesk.owner("test"), stop);
    }

    /** Those, and not as many others. */
    private void assertOnlyThose(SweepReport report, long population) {
        assertThat(report.run().outcome())
                .as(String.valueOf(report.run().failure()))
                .isEqualTo(Outcome.COMPLETED);
        assertThat(report.run().population()).isEqualTo(population);
        assertThat(report.tally().of(POSTED)).isEqualTo(population);
        assertThat(desk.number("select count(*) from event e join account_head h using (account_id)"
                        + " join work_partition w on w.run_id = e.run_id and e.account_id > w.after_id and e.account_id <= w.up_to_id"
                        + " where h.serial <= w.serial_bound and e.run_id = "
                        + report.run().id()))
                .isEqualTo(population);
        assertThat(desk.isClean(Objects.requireNonNull(report.run().digest()))).isTrue();
    }

    /** The opener waits for the posting lock of the first chunk, and gets it before the second one does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void accounts_opened_between_two_chunks_are_not_taken(boolean inParts) throws Exception {
        long before = accounts();
        AtomicReference<Future<?>> opener = new AtomicReference<>();
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            CentJob job = CentJob.named("between-" + inParts).before(once(inParts, page -> {
                opener.set(executor.submit(this::openOnBothSides));
                desk.awaitLockWait();
            }));
            SweepReport report = desk.run(job, order(inParts, 3, new StopSignal()));
            Objects.requireNonNull(opener.get()).get();

            assertThat(accounts()).isEqualTo(before + 192);
            assertOnlyThose(report, before);
        }
    }

    /** At the first page of the first table partition, whose lock whoever opens accounts takes first. */
    private static Consumer<List<AccountView>> once(boolean inParts, Consumer<List<AccountView>> work) {
        AtomicBoolean done = new AtomicBoolean();
        return page -> {
            boolean here = !inParts || page.getFirst().head().chain().account().partition() == 0;
            if (here && done.compareAndSet(false, true)) {
                work.accept(page);
            }
        };
    }

    /** The partitioner, called again on a restart, would deal the population anew: ours is on record since it was counted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void parts_and_ranges_survive_a_stop_and_a_changed_population(boolean inParts) {
        long before = accounts();
        String name = "stopped-" + inParts;
        StopSignal atOnce = new StopSignal();
        atOnce.request();
        SweepReport stopped = desk.run(CentJob.named(name), order(inParts, 3, atOnce));
        assertThat(stopped.run().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(stopped.tally().total()).isZero();
        List<String> parts = parts(stopped);
        assertThat(parts).hasSize(inParts ? 16 : 1);

        openOnBothSides();
        StopSignal soon = new StopSignal();
        desk.run(CentJob.named(name).before(page -> soon.request()), order(inParts, 3, soon));
        openOnBothSides();
        SweepReport report = desk.run(CentJob.named(name), order(inParts, 3, new StopSignal()));

        assertThat(parts(report)).isEqualTo(parts);
        assertThat(desk.attempts(report.run().id())).containsExactly("1 STOPPED", "2 STOPPED", "3 COMPLETED");
        assertOnlyThose(report, before);
    }

    private List<String> parts(SweepReport report) {
        return desk.rows("select pass, part, population, after_id, up_to_id, serial_bound from work_partition"
                + " where run_id = " + report.run().id() + " order by part");
    }

    /** What was inserted before the count and is committed after it would be missed by both: the count waits for it. */
    @Test
    void who_draws_a_serial_before_the_start_is_committed_before_the_count() throws Exception {
        long before = accounts();
        try (ExecutorService executor = Executors.newFixedThreadPool(2);
                Connection blocker = database.test().superuser().getConnection()) {
            lock(blocker, "lock table movement_p15 in share mode");
            long drawn = desk.number("select last_value from account_serial");
            Future<?> opener = executor.submit(() -> open(50_000));
            desk.awaitLockWait();
            assertThat(desk.number("select last_value from account_serial")).isGreaterThan(drawn);
            assertThat(accounts()).isEqualTo(before);

            Future<SweepReport> run = executor.submit(() -> desk.run(CentJob.named("waits"), SweepDesk.inChunks(50)));
            SweepDesk.await(
                    "the count to wait for the posting lock",
                    () -> desk.number(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")
                            == 1);
            blocker.rollback();
            opener.get();
            assertOnlyThose(run.get(), before + 96);
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         GEN | false
         REV | true
         COM | false
        """)
    void a_job_of_one_tier_is_about_that_tier(Tier tier, boolean inParts) {
        long mains = desk.number("select count(*) from main_account");
        SweepReport report = desk.run(CentJob.named("only-" + tier).of(tier), order(inParts, 7, new StopSignal()));

        assertOnlyThose(report, mains);
        assertThat(desk.rows(
                        "select distinct a.tier from event e join account a on a.id = e.account_id where e.run_id = "
                                + report.run().id()))
                .containsExactly(tier.name());
    }

    /** Chunks of one, of all, of one less and one more; and a page that is filled by the next table partitions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, -1, 0, 1_000_000})
    void wherever_a_page_ends_everyone_is_taken_once(int chunk) throws ExecutionException, InterruptedException {
        long all = accounts();
        int size = chunk <= 0 ? Math.toIntExact(all + chunk) : chunk;
        SweepReport one = desk.run(CentJob.named("pages-of-" + chunk), order(false, size, new StopSignal()));
        assertOnlyThose(one, all);
        SweepReport parts = desk.run(CentJob.named("parts-of-" + chunk), order(true, size, new StopSignal()));
        assertOnlyThose(parts, all);
    }

    /** Where nothing is written pages grow; they are counted all the same. */
    @Test
    void where_nothing_is_due_larger_pages_miss_nobody() {
        AtomicInteger pages = new AtomicInteger();
        SweepReport report = desk.run(
                CentJob.named("nothing-due")
                        .before(page -> pages.incrementAndGet())
                        .deciding(account -> new Decision.Nothing("nothing is due")),
                SweepDesk.inChunks(10));

        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.tally().of(NOTHING)).isEqualTo(accounts());
        assertThat(pages.get()).isLessThan((int) accounts() / 10);
    }

    @Test
    void a_run_about_nobody_is_complete() {
        try (TestDatabase empty = TestDatabase.create();
                SweepDesk nobody = SweepDesk.on(empty)) {
            for (boolean inParts : List.of(false, true)) {
                SweepReport report =
                        nobody.run(CentJob.named("nobody-" + inParts), order(inParts, 10, new StopSignal()));
                assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
                assertThat(report.run().population()).isZero();
                assertThat(report.run().digest()).isNull();
            }
        }
    }

    /** The bound is that of the part, for every part. */
    @Test
    void each_part_has_the_accounts_of_its_table_partition() {
        SweepReport report = desk.run(CentJob.named("dealt"), order(true, 1_000, new StopSignal()));

        assertThat(desk.rows("select part, population, posted from work_partition where run_id = "
                        + report.run().id() + " order by part"))
                .isEqualTo(desk.rows(
                        "select account_id >> 56, count(*), count(*) from account_head group by 1 order by 1"));
        assertThat(desk.number("select count(*) from work_partition where after_id = " + WorkPart.Span.ALL.after()
                        + " and part > 0 and run_id = " + report.run().id()))
                .isZero();
    }
}
