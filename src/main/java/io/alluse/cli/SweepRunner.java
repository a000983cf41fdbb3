package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Progress;
import io.alluse.run.Restarts;
import io.alluse.run.Restarts.Attempted;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepReport;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Carries out an account job while a person watches, attempt after attempt if the database goes away under it. */
final class SweepRunner {

    private static final int LOOK_EVERY_MILLIS = 200;

    private final Verb verb;
    private final SweepJobs job;
    private final Owner owner;
    private final StopSignal stop;
    private volatile long done;

    SweepRunner(Verb verb, SweepJobs job, StopSignal stop) {
        AuditContext who = verb.auditContext();
        this.verb = verb;
        this.job = job;
        this.owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        this.stop = stop;
    }

    RunDetail run(BusinessDay date, boolean again, int threads, int chunk, ProgressLine progress) {
        Sweep.Order order = new Sweep.Order(date, again, threads, chunk, Sweep.ONE_PART_BELOW, owner, stop);
        return new Restarts(stop, verb::note, () -> done).carriedOut(() -> attempt(order, progress));
    }

    /** Everything is opened anew: an embedded server that was killed is started again by that. */
    private Attempted<RunDetail> attempt(Sweep.Order order, ProgressLine progress) {
        try (Database database = verb.database();
                JobContext context = JobContext.start(database, order.threads())) {
            Runs runs = new Runs(context.session(), database.program(), verb.clock());
            Sweep<?> sweep = new Sweep<>(
                    job.on(context.session(), verb.book()), context.session(), context.batch(), runs, verb.book());
            SweepReport report = watched(runs, progress, () -> sweep.run(order));
            RunDetail detail = new RunDetail(
                    report.run(), report.tally(), runs.attempts(report.run().id()));
            return new Attempted<>(
                    detail, report.passing(), String.valueOf(report.run().failure()));
        }
    }

    private SweepReport watched(Runs runs, ProgressLine progress, Supplier<SweepReport> work) {
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("progress").unstarted(task))) {
            var looking = watch.scheduleWithFixedDelay(
                    () -> show(runs, progress), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return work.get();
            } finally {
                looking.cancel(false);
                progress.end();
            }
        }
    }

    /** What any other process would read. */
    private void show(Runs runs, ProgressLine progress) {
        runs.heldBy(owner).ifPresent(run -> {
            Progress now = runs.progress(run.id());
            done = now.done();
            progress.show(now, System.nanoTime());
        });
    }
}
