package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.bench.BenchReport.Side;
import io.alluse.bench.BenchStore.Contents;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Outcome;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Opening accounts by the job, from the CSV file on, against one SQL statement that writes the same rows from a table. */
public final class CapitalizationBench {

    private static final BusinessDay DATE = BusinessDay.parse("2026-01-05");
    private static final int ACCOUNTS_PER_MAIN = 3;
    private static final int MOST_WARM_UP_MAINS = 20_000;

    private final ScratchServer server;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    public CapitalizationBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /** Accounts to open, rounds, worker threads, and the smaller number of accounts that the cost is compared with, or 0. */
    public record Size(long accounts, int rounds, int threads, long against) {}

    private record Measured(double seconds, List<Contents> contents) {

        long rows() {
            return contents.stream().mapToLong(Contents::rows).sum();
        }
    }

    public BenchReport run(Size size) {
        long mains = Math.max(1, size.accounts() / ACCOUNTS_PER_MAIN);
        long smaller = size.against() / ACCOUNTS_PER_MAIN;
        progress.accept("warming up");
        job(Math.min(mains, MOST_WARM_UP_MAINS), size.threads());
        List<Measured> job = new ArrayList<>();
        List<Measured> sql = new ArrayList<>();
        List<Measured> small = new ArrayList<>();
        for (int round = 1; round <= size.rounds(); round++) {
            progress.accept("round " + round + " of " + size.rounds());
            job.add(job(mains, size.threads()));
            sql.add(sql(mains));
            if (smaller > 0) {
                small.add(job(smaller, size.threads()));
            }
        }
        return report(size, mains, job, sql, small);
    }

    private static BenchReport report(
            Size size, long mains, List<Measured> job, List<Measured> sql, List<Measured> small) {
        long accounts = mains * ACCOUNTS_PER_MAIN;
        Side ours = side("job", accounts, job);
        Side statement = side("one SQL statement", accounts, sql);
        List<Side> sides = new ArrayList<>(List.of(ours, statement));
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("sql", ours.seconds() / statement.seconds());
        if (!small.isEmpty()) {
            long fewer = size.against() / ACCOUNTS_PER_MAIN * ACCOUNTS_PER_MAIN;
            Side few = side("job, " + fewer + " accounts", fewer, small);
            sides.add(few);
            ratios.put("perAccountAt" + fewer, few.perSecond() / ours.perSecond());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", job.getFirst().rows());
        List<String> differing =
                Contents.differing(job.getFirst().contents(), sql.getFirst().contents());
        facts.put("sameRows", differing.isEmpty());
        if (!differing.isEmpty()) {
            facts.put("differing", differing);
        }
        return new BenchReport(
                "capitalization", accounts, "accounts", size.rounds(), sides, ratios, facts, Resident.maxMb());
    }

    private static Side side(String name, long accounts, List<Measured> rounds) {
        double seconds = median(rounds.stream().map(Measured::seconds).sorted().toList());
        return new Side(name, seconds, accounts / seconds, rounds.getFirst().rows() / seconds);
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private Measured job(long mains, int threads) {
        Path plan = folder.resolve("plan-" + mains + ".csv");
        try (ScratchDatabase scratch = server.create();
                JobContext context = JobContext.start(scratch.database(), threads)) {
            BenchPlan.write(plan, mains);
            Capitalization job = job(scratch, context);
            Owner owner = new Owner("bench", ProcessHandle.current().pid(), "bench");
            Capitalization.Order order = new Capitalization.Order(plan, DATE, false, threads, owner, new StopSignal());
            scratch.checkpoint();
            long start = System.nanoTime();
            CapitalizationReport report = job.run(order);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (report.run().outcome() != Outcome.COMPLETED) {
                throw Fault.of(
                        Exit.FAILED,
                        "the measured run ended " + report.run().outcome() + ": "
                                + report.run().failure());
            }
            return new Measured(seconds, new BenchStore(Session.of(scratch.administrator())).contents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(plan);
        }
    }

    private Capitalization job(ScratchDatabase scratch, JobContext context) {
        return new Capitalization(
                context.session(),
                context.batch(),
                new Runs(context.session(), scratch.database().program(), clock),
                PolicyBook.shipped(),
                Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock)));
    }

    private Measured sql(long mains) {
        try (ScratchDatabase scratch = server.create()) {
            BenchStore store = new BenchStore(Session.of(scratch.administrator()));
            store.loadPlan(mains);
            scratch.checkpoint();
            long start = System.nanoTime();
            store.capitalize(
                    DATE.toString(),
                    PolicyBook.shipped().policy("standard").hash().bytes());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Measured(seconds, store.contents());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
