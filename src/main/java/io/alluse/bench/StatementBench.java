package io.alluse.bench;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.bench.BenchReport.Side;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Outcome;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport;
import io.alluse.statement.StatementReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Importing a statement of many accounts, and importing it again, against a bare COPY of the same file into a table. */
public final class StatementBench {

    private static final BusinessDay DATE = BusinessDay.parse("2026-12-31");
    private static final int WARM_UP_ROWS = 100_000;

    private final ScratchServer server;
    private final SweepFixture fixture;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    public StatementBench(ScratchServer server, Path folder, Clock clock, Consumer<String> progress) {
        this.server = server;
        this.fixture = new SweepFixture(server, folder, clock);
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    public record Size(long rows, int accounts, int rounds, int threads) {}

    /** What the sides of one round took, and what the import left. */
    private record Round(double imported, double again, double copied, Map<String, Object> left) {}

    public BenchReport run(Size size) {
        progress.accept("preparing " + size.accounts() + " accounts");
        try (ScratchDatabase accounts = fixture.open(size.accounts())) {
            progress.accept("warming up");
            round(accounts, new Size(Math.min(size.rows(), WARM_UP_ROWS), size.accounts(), 1, size.threads()));
            List<Round> rounds = new ArrayList<>();
            for (int round = 1; round <= size.rounds(); round++) {
                progress.accept("round " + round + " of " + size.rounds());
                rounds.add(round(accounts, size));
            }
            return report(size, rounds);
        }
    }

    private Round round(ScratchDatabase accounts, Size size) {
        Path file = folder.resolve("statement.csv");
        try (ScratchDatabase scratch = server.copyOf(accounts);
                JobContext context = JobContext.start(scratch.database(), size.threads())) {
            StatementFile.write(file, size.rows(), size.accounts());
            StatementBenchStore store = new StatementBenchStore(Session.of(scratch.administrator()));
            double imported = seconds(scratch, () -> mustPost(size.rows(), imported(scratch, context, file, size)));
            Map<String, Object> left = store.left();
            double copied = seconds(scratch, () -> store.copy(file));
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
            double again = seconds(scratch, () -> mustBeDuplicate(size.rows(), imported(scratch, context, file, size)));
            return new Round(imported, again, copied, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(ScratchDatabase scratch, Runnable work) {
        scratch.checkpoint();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private StatementReport imported(ScratchDatabase scratch, JobContext context, Path file, Size size) {
        return new StatementImport(
                        context.session(),
                        context.batch(),
                        new Runs(context.session(), scratch.database().program(), clock),
                        PolicyBook.shipped(),
                        Audit.of(context.dataSource(), AuditContext.of(List.of("bench"), null, clock)))
                .run(new StatementImport.Order(
                        file,
                        StatementFile.FORMAT,
                        null,
                        DATE,
                        false,
                        size.threads(),
                        SweepFixture.owner(),
                        new StopSignal()));
    }

    private static void mustPost(long rows, StatementReport report) {
        mustBe(report, rows, report.counts().posted(), "posted");
    }

    private static void mustBeDuplicate(long rows, StatementReport report) {
        mustBe(report, rows, report.counts().duplicate(), "duplicate");
    }

    private static void mustBe(StatementReport report, long rows, long counted, String what) {
        if (report.run().outcome() != Outcome.COMPLETED || counted != rows) {
            throw new IllegalStateException("the measured import ended "
                    + report.run().outcome() + " with " + report.counts() + " instead of " + rows + " " + what + ": "
                    + report.run().failure() + " "
                    + report.rejected().stream().limit(1).toList());
        }
    }

    private static BenchReport report(Size size, List<Round> rounds) {
        Side ours = side("import", size, rounds.stream().map(Round::imported).toList());
        Side again = side(
                "again, all duplicates", size, rounds.stream().map(Round::again).toList());
        Side copy = side(
                "bare COPY of the file",
                size,
                rounds.stream().map(Round::copied).toList());
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("copy", ours.seconds() / copy.seconds());
        ratios.put("again", ours.seconds() / again.seconds());
        Map<String, Object> facts = new LinkedHashMap<>(rounds.getFirst().left());
        return new BenchReport(
                "statements",
                size.rows(),
                "lines",
                size.rounds(),
                List.of(ours, again, copy),
                ratios,
                facts,
                Resident.maxMb());
    }

    private static Side side(String name, Size size, List<Double> seconds) {
        double median = Median.of(seconds);
        return new Side(name, median, size.rows() / median, size.rows() / median);
    }
}
