package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.bench.BenchReport.Side;
import io.alluse.bench.BenchStore.Contents;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.JobContext;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The job tax-and-buffer against SQL that writes the same rows, against a plain Spring Batch job, and against itself in other places. */
public final class SweepBench {

    private static final int HALF = AccountId.PARTITIONS / 2;
    private static final int MOST_MANUAL = 50_000;
    private static final int WARM_UP = 60_000;
    private static final int HISTORY_ACCOUNTS = 10_000;
    private static final int ONE_IN_THOUSAND = 1_000;
    private static final int ONE_IN_HUNDRED_THOUSAND = 100_000;
    private static final BusinessDay NIGHT = SweepFixture.EARNED;

    private final ScratchServer server;
    private final SweepFixture fixture;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Policy policy = PolicyBook.shipped().policy("standard");

    public SweepBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.fixture = new SweepFixture(server, folder, clock);
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What is measured.
     *
     * @param against a smaller number of accounts that the cost per account is compared with, or 0
     * @param history earlier events per account of the side with a long history, or 0
     */
    public record Size(long accounts, int rounds, int threads, long against, int history) {}

    private record Timed(double seconds, long rows, List<Contents> contents) {}

    public BenchReport run(Size size) {
        SweepSide ours = new SweepSide(clock, size.threads());
        Sides sides = new Sides(size.rounds());
        Map<String, Object> facts = new LinkedHashMap<>();
        progress.accept("warming up");
        try (ScratchDatabase small = fixture.earning(Math.min(size.accounts(), WARM_UP))) {
            for (int i = 0; i < 3; i++) {
                whole(ours, small);
            }
            sides.measure("manual", Math.min(size.accounts(), MOST_MANUAL), 1, () -> manual(small, size));
        }
        progress.accept("preparing " + size.accounts() + " accounts");
        try (ScratchDatabase full = fixture.earning(size.accounts())) {
            for (int round = 1; round <= size.rounds(); round++) {
                progress.accept("round " + round + " of " + size.rounds());
                sides.measure("job", size.accounts(), () -> whole(ours, full));
                sides.measure("sql", size.accounts(), () -> sql(full, 1));
                sides.measure("sqlTwoSessions", size.accounts(), () -> sql(full, 2));
                sides.measure("ruleSetsAside1In1000", size.accounts(), () -> ruleSetsAside(ours, full));
                sides.measure("databaseRefuses1In100000", size.accounts(), () -> databaseRefuses(ours, full));
                sides.measure("nothingDue", size.accounts(), () -> nothingDue(ours, full));
            }
            progress.accept("killed half way");
            RestartAtHalf.Measured restart = new RestartAtHalf(server, size.accounts()).measure(full);
            facts.put("killedAtHalf", rounded(restart.ratio()));
            facts.put("killedAtHalfSeconds", rounded(restart.killed()));
            facts.put("undisturbedProgramSeconds", rounded(restart.undisturbed()));
            facts.put("programStartSeconds", rounded(restart.start()));
        }
        against(size, ours, sides);
        history(size, ours, sides, facts);
        facts.put("overheadPerRunMs", overhead(ours));
        return sides.report(size, facts);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private Timed whole(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            SweepSide.Timed timed = side.run(scratch, NIGHT);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.POSTED), contents(scratch));
        }
    }

    private static List<Contents> contents(ScratchDatabase scratch) {
        return new BenchStore(Session.of(scratch.administrator())).contents();
    }

    private Timed sql(ScratchDatabase template, int sessions) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            scratch.checkpoint();
            long start = System.nanoTime();
            long rows = sessions == 1
                    ? statement(scratch, 0, AccountId.PARTITIONS)
                    : together(List.of(
                            () -> statement(scratch, 0, HALF), () -> statement(scratch, HALF, AccountId.PARTITIONS)));
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Timed(seconds, rows, contents(scratch));
        }
    }

    private int statement(ScratchDatabase scratch, int first, int last) {
        return new BenchStore(Session.of(scratch.administrator()))
                .taxAndBuffer(NIGHT, policy.hash().bytes(), first, last);
    }

    private static long together(List<Callable<Integer>> statements) {
        try (ExecutorService sessions = Executors.newFixedThreadPool(statements.size())) {
            long rows = 0;
            for (Future<Integer> statement : sessions.invokeAll(statements)) {
                rows += statement.get();
            }
            return rows;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timed manual(ScratchDatabase template, Size size) {
        try (ScratchDatabase scratch = server.copyOf(template);
                JobContext context = JobContext.start(scratch.database(), size.threads())) {
            scratch.checkpoint();
            long start = System.nanoTime();
            boolean complete = new ManualJob(context.repository(), context.transactions(), context.dataSource(), policy)
                    .run(context.operator(), NIGHT);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!complete) {
                throw Fault.of(Exit.FAILED, "the plain Spring Batch job has failed");
            }
            return new Timed(seconds, Math.min(size.accounts(), MOST_MANUAL), contents(scratch));
        }
    }

    private Timed ruleSetsAside(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            SweepSide.Timed timed =
                    side.run(scratch, NIGHT, new StopSignal(), job -> new FailingJob<>(job, ONE_IN_THOUSAND));
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.SET_ASIDE), List.of());
        }
    }

    private Timed databaseRefuses(SweepSide side, ScratchDatabase template) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            new BenchStore(Session.of(scratch.administrator())).refuse(ONE_IN_HUNDRED_THOUSAND / 3);
            SweepSide.Timed timed = side.run(scratch, NIGHT);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.SET_ASIDE), List.of());
        }
    }

    /** The night after: one account in a thousand has earned something, the others are settled. */
    private Timed nothingDue(SweepSide side, ScratchDatabase template) {
        BusinessDay next = BusinessDay.of(NIGHT.date().plusDays(1));
        try (ScratchDatabase scratch = server.copyOf(template)) {
            side.run(scratch, NIGHT);
            SweepFixture.earn(scratch, next, ONE_IN_THOUSAND);
            SweepFixture.settle(scratch);
            SweepSide.Timed timed = side.run(scratch, next);
            SweepSide.mustBeComplete(timed.report());
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.NOTHING), List.of());
        }
    }

    private void against(Size size, SweepSide ours, Sides sides) {
        if (size.against() == 0) {
            return;
        }
        progress.accept("the same with " + size.against() + " accounts");
        try (ScratchDatabase fewer = fixture.earning(size.against())) {
            for (int round = 1; round <= size.rounds(); round++) {
                sides.measure("job" + size.against(), size.against(), () -> whole(ours, fewer));
            }
        }
    }

    /** Ten thousand accounts with one earlier event, and with many; right after a checkpoint, with the log that is written. */
    private void history(Size size, SweepSide ours, Sides sides, Map<String, Object> facts) {
        if (size.history() == 0) {
            return;
        }
        progress.accept("histories of " + size.history() + " events");
        try (ScratchDatabase young = fixture.earning(HISTORY_ACCOUNTS);
                ScratchDatabase old = fixture.earning(HISTORY_ACCOUNTS, size.history())) {
            for (int round = 1; round <= size.rounds(); round++) {
                sides.measure("history1", HISTORY_ACCOUNTS, () -> logged(ours, young, "walMbHistory1", facts));
                sides.measure(
                        "history" + size.history(),
                        HISTORY_ACCOUNTS,
                        () -> logged(ours, old, "walMbHistory" + size.history(), facts));
            }
        }
    }

    private Timed logged(SweepSide side, ScratchDatabase template, String fact, Map<String, Object> facts) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            BenchStore store = new BenchStore(Session.of(scratch.administrator()));
            SweepSide.Timed timed = side.run(scratch, SweepFixture.AFTER_HISTORY);
            SweepSide.mustBeComplete(timed.report());
            facts.put(fact, (store.walPosition() - timed.walBefore()) / 1_000_000);
            return new Timed(timed.seconds(), timed.report().tally().of(AccountOutcome.POSTED), List.of());
        }
    }

    /** What a run costs that finds three accounts with nothing to do, date after date. */
    private double overhead(SweepSide ours) {
        try (ScratchDatabase tiny = fixture.earning(SweepFixture.ACCOUNTS_PER_MAIN)) {
            return Math.round(ours.manyTimes(tiny, NIGHT, 40) * 10_000) / 10.0;
        }
    }

    /** The rounds of every side, and what they come to. */
    private static final class Sides {

        private final int rounds;
        private final Map<String, List<Timed>> measured = new LinkedHashMap<>();
        private final Map<String, Long> accounts = new LinkedHashMap<>();

        Sides(int rounds) {
            this.rounds = rounds;
        }

        void measure(String side, long count, Supplier<Timed> work) {
            accounts.put(side, count);
            measured.computeIfAbsent(side, name -> new ArrayList<>()).add(work.get());
        }

        void measure(String side, long count, int times, Supplier<Timed> work) {
            for (int i = 0; i < times; i++) {
                measure(side, count, work);
            }
        }

        BenchReport report(Size size, Map<String, Object> facts) {
            List<Side> sides = new ArrayList<>();
            sides.add(side("job"));
            measured.keySet().stream().filter(name -> !name.equals("job")).forEach(name -> sides.add(side(name)));
            Map<String, Double> ratios = new LinkedHashMap<>();
            ratio(ratios, "sql", "job", "sql");
            ratio(ratios, "sqlTwoSessions", "job", "sqlTwoSessions");
            ratio(ratios, "manual", "job", "manual");
            ratio(ratios, "ruleSetsAside1In1000", "ruleSetsAside1In1000", "job");
            ratio(ratios, "databaseRefuses1In100000", "databaseRefuses1In100000", "job");
            ratio(ratios, "perAccountAt" + size.against(), "job", "job" + size.against());
            ratio(ratios, "history" + size.history(), "history" + size.history(), "history1");
            rows(facts);
            return new BenchReport(
                    "sweep", size.accounts(), "accounts", rounds, sides, ratios, facts, Resident.maxMb());
        }

        /** By seconds per account. */
        private void ratio(Map<String, Double> ratios, String name, String side, String to) {
            if (measured.containsKey(side) && measured.containsKey(to)) {
                ratios.put(name, side(to).perSecond() / side(side).perSecond());
            }
        }

        private void rows(Map<String, Object> facts) {
            List<Contents> ours = first("job").contents();
            facts.put("rows", ours.stream().mapToLong(Contents::rows).sum());
            List<String> differing = Stream.of("sql", "sqlTwoSessions")
                    .flatMap(side -> Contents.differing(ours, first(side).contents()).stream())
                    .distinct()
                    .toList();
            facts.put("sameRows", differing.isEmpty());
            if (!differing.isEmpty()) {
                facts.put("differing", differing);
            }
            for (String name : List.of("ruleSetsAside1In1000", "databaseRefuses1In100000")) {
                facts.put(name + "Accounts", first(name).rows());
            }
            facts.put("nothingDueAccounts", first("nothingDue").rows());
        }

        private Timed first(String name) {
            return measured.getOrDefault(name, List.of()).getFirst();
        }

        private Side side(String name) {
            List<Timed> timed = measured.getOrDefault(name, List.of());
            double seconds = Median.of(timed.stream().map(Timed::seconds).toList());
            return new Side(
                    name,
                    seconds,
                    accounts.getOrDefault(name, 0L) / seconds,
                    timed.getFirst().rows() / seconds);
        }
    }
}
