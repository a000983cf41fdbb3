package io.alluse.bench;

import io.alluse.bench.BenchReport.Side;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.intent.IntentExport;
import io.alluse.ordering.OrderIntentsJob;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.run.JobContext;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The job order-intents where every account has something to spend, and the files it writes. */
public final class OrderBench {

    private static final BusinessDay DATE = BusinessDay.parse("2026-01-09");
    private static final int PRICE = 60;
    private static final long WARM_UP = 30_000;

    private final ScratchServer server;
    private final OrderFixture fixture;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    public OrderBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.fixture = new OrderFixture(new SweepFixture(server, folder, clock));
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    public record Size(long accounts, int rounds, int threads) {}

    private record Round(double job, double jobCpu, double files, double filesCpu, long intents) {}

    public BenchReport run(Size size) {
        progress.accept("warming up");
        try (ScratchDatabase small = allocated(Math.min(size.accounts(), WARM_UP))) {
            round(small, size, 0);
        }
        progress.accept("preparing " + size.accounts() + " accounts");
        try (ScratchDatabase full = allocated(size.accounts())) {
            List<Round> rounds = new ArrayList<>();
            for (int round = 1; round <= size.rounds(); round++) {
                progress.accept("round " + round + " of " + size.rounds());
                rounds.add(round(full, size, round));
            }
            return report(size, rounds);
        }
    }

    private ScratchDatabase allocated(long accounts) {
        ScratchDatabase database = fixture.allocated(accounts);
        Policy policy = PolicyBook.shipped().policy("standard");
        Set<String> symbols = new TreeSet<>();
        for (Tier tier : Tier.values()) {
            symbols.addAll(policy.tier(tier).symbols());
        }
        new OrderBenchStore(Session.of(database.administrator())).price(symbols, DATE.date(), PRICE);
        return database;
    }

    private Round round(ScratchDatabase template, Size size, int round) {
        try (ScratchDatabase scratch = server.copyOf(template)) {
            OrderBenchStore store = new OrderBenchStore(Session.of(scratch.administrator()));
            Cpu cpu = new Cpu(store.backend());
            double cpuBefore = cpu.seconds();
            double job = job(scratch, size.threads());
            double jobCpu = cpu.seconds() - cpuBefore;
            long start = System.nanoTime();
            new IntentExport(Session.of(scratch.database().programPool(1)))
                    .write(DATE.date(), folder.resolve("intents-" + size.accounts() + "-" + round));
            double files = (System.nanoTime() - start) / 1e9;
            return new Round(job, jobCpu, files, cpu.seconds() - cpuBefore - jobCpu, store.intents());
        }
    }

    private double job(ScratchDatabase scratch, int threads) {
        try (JobContext context = JobContext.start(scratch.database(), threads)) {
            Session session = context.session();
            Runs runs = new Runs(session, scratch.database().program(), clock);
            Sweep<?> sweep =
                    new Sweep<>(new OrderIntentsJob(session), session, context.batch(), runs, PolicyBook.shipped());
            new BenchStore(session).connect();
            scratch.checkpoint();
            long start = System.nanoTime();
            SweepReport report =
                    sweep.run(new Sweep.Order(DATE, false, threads, SweepFixture.owner(), new StopSignal()));
            SweepSide.mustBeComplete(report);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static BenchReport report(Size size, List<Round> rounds) {
        long intents = rounds.getFirst().intents();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("intents", intents);
        facts.put("intentsPerAccount", rounded((double) intents / size.accounts()));
        facts.put(
                "jobCpuSeconds",
                rounded(Median.of(rounds.stream().map(Round::jobCpu).toList())));
        facts.put(
                "filesCpuSeconds",
                rounded(Median.of(rounds.stream().map(Round::filesCpu).toList())));
        return new BenchReport(
                "orders",
                size.accounts(),
                "accounts",
                size.rounds(),
                List.of(
                        side(
                                "job",
                                size,
                                intents,
                                rounds.stream().map(Round::job).toList()),
                        side(
                                "files",
                                size,
                                intents,
                                rounds.stream().map(Round::files).toList())),
                Map.of(),
                facts,
                Resident.maxMb());
    }

    /** Rows are intents. */
    private static Side side(String name, Size size, long intents, List<Double> seconds) {
        double median = Median.of(seconds);
        return new Side(name, median, size.accounts() / median, intents / median);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
