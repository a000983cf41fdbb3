package io.alluse.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.TestDatabase;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.run.BatchJobs;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Restarts;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.tax.TaxAndBufferJob;
import io.alluse.text.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sweeps on a database of one's own: accounts earn something, a job is carried out, and what it left is looked at. */
public final class SweepDesk implements AutoCloseable {

    public static final BusinessDay DAY = BusinessDay.parse("2026-01-06");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final TestDatabase test;
    private final JobContext jobs;
    private final Runs runs;
    private final JdbcClient owner;
    private final JdbcClient superuser;

    private SweepDesk(TestDatabase test, int threads) {
        this.test = test;
        this.jobs = JobContext.start(test.database(), threads);
        this.runs = new Runs(jobs.session(), test.program(), CapitalizedDatabase.CLOCK);
        this.owner = JdbcClient.create(test.owner());
        this.superuser = JdbcClient.create(test.superuser());
    }

    public static SweepDesk on(CapitalizedDatabase database) {
        return on(database.test());
    }

    public static SweepDesk on(TestDatabase database) {
        return new SweepDesk(database, 2);
    }

    /** With connections for that many runs at a time. */
    public static SweepDesk wide(CapitalizedDatabase database, int threads) {
        return new SweepDesk(database.test(), threads);
    }

    public Session session() {
        return jobs.session();
    }

    public Runs runs() {
        return runs;
    }

    public BatchJobs batch() {
        return jobs.batch();
    }

    public JdbcClient owner() {
        return owner;
    }

    /** In the name of this person, in the transactions of the jobs. */
    public Audit audit(String osUser) {
        return Audit.of(
                jobs.dataSource(), new AuditContext(osUser, "test", null, "alluse test", CapitalizedDatabase.CLOCK));
    }

    /** Whom nothing stops. */
    public JdbcClient superuser() {
        return superuser;
    }

    /** What the superuser breaks, or mends. */
    public void tamper(String... statements) {
        for (String statement : statements) {
            superuser.sql(statement).update();
        }
    }

    /** A line per row, its columns separated by blanks. */
    public List<String> rows(String sql) {
        return superuser
                .sql(sql)
                .query((row, no) -> IntStream.rangeClosed(1, row.getMetaData().getColumnCount())
                        .mapToObj(column -> text(row, column))
                        .collect(Collectors.joining(" ")))
                .list();
    }

    private static String text(ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql) {
        return superuser.sql(sql).query(Long.class).single();
    }

    /** How the attempts of a run ended. */
    public List<String> attempts(long runId) {
        return rows("select no, outcome from run_attempt where run_id = " + runId + " order by no");
    }

    /** Until somebody waits for a lock in this database. */
    public void awaitLockWait() {
        await(
                "somebody to meet a lock",
                () -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                        > 0);
    }

    public static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** What every account's chain ends with: equal where the ledgers are equal to the last byte. */
    public List<String> chains() {
        return owner.sql("""
                        select a.code || ' ' || h.last_no || ' ' || encode(h.last_hash, 'hex') from account a
                        join account_head h on h.account_id = a.id order by a.code""").query((row, no) -> row.getString(1)).list();
    }

    /** Every account receives this premium, or loses it where it is negative. */
    public void earn(String amount, LocalDate on) {
        List<AccountId> all = owner.sql("select account_id from account_head order by 1")
                .query((row, no) -> new AccountId(row.getLong(1)))
                .list();
        earn(all, amount, on);
    }

    public void earn(List<AccountId> accounts, String amount, LocalDate on) {
        Session session = jobs.session();
        Ledger ledger = new Ledger(session);
        Map<Integer, List<AccountId>> byPartition = accounts.stream()
                .collect(Collectors.groupingBy(AccountId::partition, TreeMap::new, Collectors.toList()));
        byPartition.forEach((partition, some) -> session.transaction(() -> {
            ledger.lock(partition);
            ledger.append(
                    partition,
                    ledger.heads(some).stream()
                            .map(head -> premium(head, amount, on))
                            .toList(),
                    null);
        }));
    }

    /** Within one account. */
    public void move(AccountId account, LedgerAccount from, LedgerAccount to, String amount, LocalDate on) {
        Session session = jobs.session();
        Ledger ledger = new Ledger(session);
        session.transaction(() -> {
            AccountHead head = ledger.locked(account).orElseThrow();
            ledger.append(
                    account.partition(), List.of(posting(head, Movement.of(from, to, Money.of(amount), on), on)), null);
        });
    }

    private static Posting premium(AccountHead head, String amount, LocalDate on) {
        return posting(head, earned(Money.of(amount), on), on);
    }

    private static Posting posting(AccountHead head, Movement movement, LocalDate on) {
        return new Posting(
                head.chain(),
                "test-premium",
                on + "/" + head.chain().lastNo(),
                BusinessDay.of(on),
                on,
                EventKind.POSTED,
                PolicyBook.shipped().policy("standard").hash(),
                Money.ZERO,
                List.of(movement),
                List.of(),
                null,
                Json.canonical());
    }

    private static Movement earned(Money amount, LocalDate on) {
        return amount.isPositive()
                ? Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, amount, on)
                : Movement.of(LedgerAccount.CASH, LedgerAccount.PREMIUM, amount.negated(), on);
    }

    public SweepReport taxAndBuffer() {
        return run(taxJob(), order(DAY, false));
    }

    public TaxAndBufferJob taxJob() {
        return new TaxAndBufferJob(jobs.session(), PolicyBook.shipped());
    }

    public <F> SweepReport run(SweepJob<F> job, Sweep.Order order) {
        return new Sweep<>(job, jobs.session(), jobs.batch(), runs, PolicyBook.shipped()).run(order);
    }

    public static Sweep.Order order(BusinessDay date, boolean again) {
        return new Sweep.Order(date, again, 2, owner("test"), new StopSignal());
    }

    /** In parts as if there were many accounts. */
    public static Sweep.Order inParts(BusinessDay date, boolean again, int chunk) {
        return new Sweep.Order(date, again, 2, chunk, 0, owner("test"), new StopSignal());
    }

    /** Attempt after attempt, as a command does it, but with short pauses. */
    public <F> SweepReport carriedOut(SweepJob<F> job, Sweep.Order order) {
        Restarts.Pauses pauses = new Restarts.Pauses(6, Duration.ofMillis(20), Duration.ofMillis(100));
        return new Restarts(order.stop(), note -> {}, pauses, () -> 0).carriedOut(() -> {
            SweepReport report = run(job, order);
            return new Restarts.Attempted<>(
                    report, report.passing(), String.valueOf(report.run().failure()));
        });
    }

    /** In one part, by one thread. */
    public static Sweep.Order inChunks(int chunk) {
        return inChunks(chunk, new StopSignal());
    }

    public static Sweep.Order inChunks(int chunk, StopSignal stop) {
        return new Sweep.Order(DAY, false, 1, chunk, Long.MAX_VALUE, owner("test"), stop);
    }

    public static Sweep.Order again(int chunk, StopSignal stop) {
        return new Sweep.Order(DAY, true, 1, chunk, Long.MAX_VALUE, owner("test"), stop);
    }

    public static Owner owner(String node) {
        return new Owner(node, ProcessHandle.current().pid(), "test");
    }

    public boolean isClean(String digest) {
        return new LedgerVerification(test.owner())
                .verify(new LedgerVerification.Scope(null, RunDigest.parse(digest)), done -> {})
                .isClean();
    }

    /** What {@code alluse ledger verify} says of all of it. */
    public boolean isVerified() {
        return new LedgerVerification(test.owner())
                .verify(new LedgerVerification.Scope(null, null), done -> {})
                .isClean();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
