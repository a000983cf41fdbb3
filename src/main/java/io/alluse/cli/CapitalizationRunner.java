package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.Database;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Progress;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Wires the capitalization job to a database and carries it out while a person watches. */
final class CapitalizationRunner implements AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 200;

    private final Capitalization job;
    private final Runs runs;
    private final Owner owner;
    private final int threads;
    private final JobContext context;

    CapitalizationRunner(Database database, PolicyBook book, AuditContext who, Clock clock, int threads) {
        this.context = JobContext.start(database, threads);
        Session session = context.session();
        this.runs = new Runs(session, database.program(), clock);
        this.job = new Capitalization(session, context.batch(), runs, book, Audit.of(context.dataSource(), who));
        this.owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        this.threads = threads;
    }

    Capitalization job() {
        return job;
    }

    CapitalizationReport run(
            Path plan, BusinessDay date, boolean allOrNothing, StopSignal stop, ProgressLine progress) {
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name("progress").unstarted(work))) {
            ScheduledFuture<?> looking = watch.scheduleWithFixedDelay(
                    () -> show(progress), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return job.run(new Capitalization.Order(plan, date, allOrNothing, threads, owner, stop));
            } finally {
                looking.cancel(false);
                progress.end();
            }
        }
    }

    /** What any other process would read. */
    private void show(ProgressLine progress) {
        runs.heldBy(owner).ifPresent(run -> {
            Progress rows = runs.progress(run.id());
            progress.show(new Progress(3 * rows.done(), 3 * rows.total(), 0), System.nanoTime());
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
