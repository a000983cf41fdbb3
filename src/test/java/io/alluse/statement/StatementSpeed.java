package io.alluse.statement;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How fast a file of option trades gets into the ledger; by hand: {@code java … StatementSpeed ROWS MAINS}. */
public final class StatementSpeed {

    private StatementSpeed() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        int mains = Integer.parseInt(args[1]);
        Path file = ManyTrades.write(Files.createTempFile("trades", ".csv"), 3 * mains, rows);
        try (CapitalizedDatabase test = CapitalizedDatabase.of(ManyTrades.plan(mains));
                JobContext jobs = JobContext.start(test.test().database(), 2)) {
            for (String day : List.of("2026-02-27", "2026-03-02")) {
                Runs runs = new Runs(jobs.session(), test.test().program(), CapitalizedDatabase.CLOCK);
                Audit audit =
                        Audit.of(jobs.dataSource(), AuditContext.of(List.of("test"), null, CapitalizedDatabase.CLOCK));
                Duration[] before = {own(), servers(jobs.session())};
                long start = System.nanoTime();
                StatementReport report = new StatementImport(
                                jobs.session(), jobs.batch(), runs, PolicyBook.shipped(), audit)
                        .run(new StatementImport.Order(
                                file,
                                null,
                                null,
                                BusinessDay.parse(day),
                                false,
                                2,
                                new Owner("test", 1, "test"),
                                new StopSignal()));
                Duration[] after = {own(), servers(jobs.session())};
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%s %s %.1f s, %.0f lines/s, processor: program %.1f s, server %.1f s %s%n",
                        report.run().outcome(),
                        report.counts(),
                        seconds,
                        rows / seconds,
                        after[0].minus(before[0]).toMillis() / 1e3,
                        after[1].minus(before[1]).toMillis() / 1e3,
                        report.run().failure());
                report.rejected().stream().limit(3).forEach(System.out::println);
            }
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Of the connections that are open. */
    private static Duration servers(Session session) {
        return session
                .client()
                .sql("select pid from pg_stat_activity where datname = current_database()")
                .query((row, no) -> row.getLong(1))
                .list()
                .stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
