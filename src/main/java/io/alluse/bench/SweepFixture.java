package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyHash;
import io.alluse.policy.Tier;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Databases full of accounts that are open and have earned something, made by the real jobs and the real ledger. */
final class SweepFixture {

    static final BusinessDay OPENED = BusinessDay.parse("2026-01-05");
    static final BusinessDay EARNED = BusinessDay.parse("2026-01-06");
    static final BusinessDay AFTER_HISTORY = BusinessDay.parse("2026-12-31");
    static final int ACCOUNTS_PER_MAIN = 3;
    private static final int THREADS = 2;
    private static final int PAGE = 5_000;
    private static final int DAYS = 350;

    private final ScratchServer server;
    private final Path folder;
    private final Clock clock;

    SweepFixture(ScratchServer server, Path folder, Clock clock) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
    }

    /** So many accounts at least, each with a premium; to be copied. */
    ScratchDatabase earning(long accounts) {
        ScratchDatabase database = server.create();
        capitalize(database, (accounts + ACCOUNTS_PER_MAIN - 1) / ACCOUNTS_PER_MAIN);
        earn(database, EARNED, 1);
        settle(database);
        return database;
    }

    /** With so many earlier events each, all of one year. */
    ScratchDatabase earning(long accounts, int events) {
        ScratchDatabase database = server.create();
        capitalize(database, (accounts + ACCOUNTS_PER_MAIN - 1) / ACCOUNTS_PER_MAIN);
        Session session = Session.of(database.database().programPool(THREADS));
        for (int event = 1; event < events; event++) {
            earn(session, BusinessDay.of(EARNED.date().plusDays(event % DAYS)), 1);
        }
        settle(database);
        return database;
    }

    /** As autovacuum leaves a database overnight: nothing of the filling is left for the measured side to clean up. */
    static void settle(ScratchDatabase database) {
        new BenchStore(Session.of(database.administrator())).vacuum();
    }

    /** So many accounts at least, with brokerage accounts; nothing has been earned yet. */
    ScratchDatabase open(long accounts) {
        ScratchDatabase database = server.create();
        capitalize(database, (accounts + ACCOUNTS_PER_MAIN - 1) / ACCOUNTS_PER_MAIN);
        settle(database);
        return database;
    }

    /** So many main accounts with brokerage accounts, of each account or shared by three. */
    ScratchDatabase mapped(int mains) {
        ScratchDatabase database = server.create();
        Path plan = folder.resolve("plan-mapped-" + mains + ".csv");
        capitalize(database, plan, () -> BenchPlan.writeMapped(plan, mains));
        new FuzzStore(Session.of(database.administrator())).route();
        settle(database);
        return database;
    }

    private interface Written {
        void write() throws IOException;
    }

    private void capitalize(ScratchDatabase scratch, long mains) {
        Path plan = folder.resolve("plan-confirmed-" + mains + ".csv");
        capitalize(scratch, plan, () -> BenchPlan.writeConfirmed(plan, mains));
    }

    private void capitalize(ScratchDatabase scratch, Path plan, Written written) {
        try (JobContext context = JobContext.start(scratch.database(), THREADS)) {
            written.write();
            Capitalization job = new Capitalization(
                    context.session(),
                    context.batch(),
                    new Runs(context.session(), scratch.database().program(), clock),
                    PolicyBook.shipped(),
                    Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock)));
            job.run(new Capitalization.Order(plan, OPENED, true, THREADS, owner(), new StopSignal()));
            Files.delete(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Owner owner() {
        return new Owner("bench", ProcessHandle.current().pid(), "bench");
    }

    /** A premium for every {@code each}-th account, the amount depending on the account. */
    static void earn(ScratchDatabase database, BusinessDay date, int each) {
        earn(Session.of(database.database().programPool(THREADS)), date, each);
    }

    private static void earn(Session session, BusinessDay date, int each) {
        post(
                session,
                date,
                "bench-premium",
                head -> head.id().number() % each == 0
                        ? List.of(premium(Objects.requireNonNull(head.head()), date))
                        : List.of());
    }

    /** These movements to every account that has some. */
    static void post(
            ScratchDatabase database, BusinessDay date, String rule, Function<PagedHead, List<Movement>> movements) {
        post(Session.of(database.database().programPool(THREADS)), date, rule, movements);
    }

    private static void post(
            Session session, BusinessDay date, String rule, Function<PagedHead, List<Movement>> movements) {
        Ledger ledger = new Ledger(session);
        walk(
                session,
                (partition, heads) -> ledger.append(
                        partition,
                        heads.stream()
                                .flatMap(head -> posting(head, date, rule, movements.apply(head)))
                                .toList(),
                        null));
    }

    /** What is done with a page, in the transaction that holds the posting lock of its table partition. */
    interface PageWork {
        void on(int partition, List<PagedHead> heads);
    }

    /** All accounts, several partitions at a time. */
    static void walk(Session session, PageWork work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> parts = IntStream.range(0, AccountId.PARTITIONS)
                    .mapToObj(partition -> workers.submit(() -> walk(session, partition, work)))
                    .toList();
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void walk(Session session, int partition, PageWork work) {
        Ledger ledger = new Ledger(session);
        long after = AccountId.firstOf(partition) - 1;
        long upTo = AccountId.firstOf(partition + 1) - 1;
        while (true) {
            long from = after;
            List<PagedHead> page = session.transaction(() -> {
                ledger.lock(partition);
                List<PagedHead> heads = ledger.page(from, upTo, Long.MAX_VALUE, EnumSet.allOf(Tier.class), PAGE);
                work.on(partition, heads);
                return heads;
            });
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().id().value();
        }
    }

    static final PolicyHash STANDARD = PolicyBook.shipped().policy("standard").hash();

    private static Movement premium(AccountHead head, BusinessDay date) {
        Money amount = Money.ofCents(100_000 + head.chain().account().number() % 1_000 * 37);
        return Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, amount, date.date());
    }

    private static Stream<Posting> posting(PagedHead paged, BusinessDay date, String rule, List<Movement> movements) {
        AccountHead head = Objects.requireNonNull(paged.head());
        return movements.isEmpty()
                ? Stream.of()
                : Stream.of(new Posting(
                        head.chain(),
                        rule,
                        date + "/" + head.chain().lastNo(),
                        date,
                        date.date(),
                        EventKind.POSTED,
                        STANDARD,
                        Money.ZERO,
                        movements,
                        List.of(),
                        null,
                        Json.canonical()));
    }
}
