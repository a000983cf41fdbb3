package io.alluse.sweep;

import io.alluse.account.AccountId;
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
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.tax.TaxAndBufferJob;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sweeps on a database of one's own: accounts earn something, a job is carried out, and what it left is looked at. */
public final class SweepDesk implements AutoCloseable {

    public static final BusinessDay DAY = BusinessDay.parse("2026-01-06");

    private final TestDatabase test;
    private final JobContext jobs;
    private final Runs runs;
    private final JdbcClient owner;

    private SweepDesk(TestDatabase test, int threads) {
        this.test = test;
        this.jobs = JobContext.start(test.database(), threads);
        this.runs = new Runs(jobs.session(), test.program(), CapitalizedDatabase.CLOCK);
        this.owner = JdbcClient.create(test.owner());
    }

    public static SweepDesk on(CapitalizedDatabase database) {
        return new SweepDesk(database.test(), 2);
    }

    public Session session() {
        return jobs.session();
    }

    public Runs runs() {
        return runs;
    }

    public JdbcClient owner() {
        return owner;
    }

    /** What every account's chain ends with: equal where the ledgers are equal to the last byte. */
    public List<String> chains() {
        return owner.sql("""
                        select a.code || ' ' || h.last_no || ' ' || encode(h.last_hash, 'hex') from account a
                        join account_head h on h.account_id = a.id order by a.code""").query((row, no) -> row.getString(1)).list();
    }

    /** Every account receives this premium. */
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

    private static Posting premium(AccountHead head, String amount, LocalDate on) {
        return new Posting(
                head.chain(),
                "test-premium",
                on + "/" + head.chain().lastNo(),
                BusinessDay.of(on),
                on,
                EventKind.POSTED,
                PolicyBook.shipped().policy("standard").hash(),
                Money.ZERO,
                List.of(Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, Money.of(amount), on)),
                List.of(),
                null,
                Json.canonical());
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

    public static Owner owner(String node) {
        return new Owner(node, ProcessHandle.current().pid(), "test");
    }

    public boolean isClean(String digest) {
        return new LedgerVerification(test.owner())
                .verify(new LedgerVerification.Scope(null, RunDigest.parse(digest)), done -> {})
                .isClean();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
