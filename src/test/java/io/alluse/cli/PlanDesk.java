package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.capitalization.PlannedMain;
import io.alluse.database.TestDatabase;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The capitalization job on a database of one's own, for plan after plan. */
final class PlanDesk implements AutoCloseable {

    static final BusinessDay DAY = BusinessDay.parse("2026-01-05");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
    private static final int THREADS = 2;

    private final TestDatabase test;
    private final JobContext jobs;
    private final Capitalization job;

    private PlanDesk(TestDatabase test) {
        this.test = test;
        this.jobs = JobContext.start(test.database(), THREADS);
        Session session = jobs.session();
        this.job = new Capitalization(
                session,
                jobs.batch(),
                new Runs(session, test.program(), CLOCK),
                PolicyBook.shipped(),
                Audit.of(jobs.dataSource(), AuditContext.of(List.of("test"), null, CLOCK)));
    }

    static PlanDesk on(TestDatabase test) {
        return new PlanDesk(test);
    }

    CapitalizationReport run(String plan) {
        return run(plan, DAY);
    }

    CapitalizationReport run(String plan, BusinessDay date) {
        return withFile(plan, file -> job.run(order(file, date, false)));
    }

    CapitalizationReport allOrNothing(String plan) {
        return withFile(plan, file -> job.run(order(file, DAY, true)));
    }

    CapitalizationReport stopped(String plan) {
        StopSignal stop = new StopSignal();
        stop.request();
        return withFile(plan, file -> job.run(order(file, DAY, false, stop)));
    }

    /** Dealt to 16 parts, however small. */
    CapitalizationReport inParts(String plan) {
        return withFile(plan, file -> job.run(order(file, DAY, false).inParts()));
    }

    CapitalizationPreview preview(String plan, Consumer<PlannedMain> opened) {
        return withFile(plan, file -> Capitalization.preview(jobs.session(), PolicyBook.shipped(), file, DAY, opened));
    }

    private static Capitalization.Order order(Path file, BusinessDay date, boolean allOrNothing) {
        return order(file, date, allOrNothing, new StopSignal());
    }

    private static Capitalization.Order order(Path file, BusinessDay date, boolean allOrNothing, StopSignal stop) {
        Owner owner = new Owner("test", ProcessHandle.current().pid(), "test");
        return new Capitalization.Order(file, date, allOrNothing, THREADS, owner, stop);
    }

    private static <T> T withFile(String plan, Function<Path, T> work) {
        try {
            Path file = Files.writeString(Files.createTempFile("plan", ".csv"), plan);
            try {
                return work.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rows rows() {
        return Rows.of(test.owner());
    }

    /** The framework and the pool; the database is its maker's to close. */
    @Override
    public void close() {
        jobs.close();
    }
}
