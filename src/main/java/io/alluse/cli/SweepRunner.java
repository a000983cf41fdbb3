package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Restarts;
import io.alluse.run.Restarts.Attempted;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepReport;

/** Carries out an account job while a person watches, attempt after attempt if the database goes away under it. */
final class SweepRunner {

    private final Verb verb;
    private final SweepJobs job;
    private final Owner owner;
    private final StopSignal stop;

    SweepRunner(Verb verb, SweepJobs job, StopSignal stop) {
        AuditContext who = verb.auditContext();
        this.verb = verb;
        this.job = job;
        this.owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        this.stop = stop;
    }

    RunDetail run(BusinessDay date, boolean again, int threads, int chunk, ProgressLine progress) {
        Sweep.Order order = new Sweep.Order(date, again, threads, chunk, onePartBelow(), owner, stop);
        WatchedRun watched = new WatchedRun(owner, progress);
        return new Restarts(stop, verb::note, watched::done).carriedOut(() -> attempt(order, watched));
    }

    private long onePartBelow() {
        return verb.hosting().map(Hosting::onePartBelow).orElse(Sweep.ONE_PART_BELOW);
    }

    /** Everything is opened anew: an embedded server that was killed is started again by that. */
    private Attempted<RunDetail> attempt(Sweep.Order order, WatchedRun watched) {
        try (Workplace place = verb.workplace(order.threads())) {
            Database database = place.database();
            JobContext context = place.context();
            Runs runs = new Runs(context.session(), database.program(), verb.clock());
            Sweep<?> sweep = new Sweep<>(
                    job.on(context.session(), verb.book(), Audit.of(context.dataSource(), verb.auditContext())),
                    context.session(),
                    context.batch(),
                    runs,
                    verb.book());
            SweepReport report = watched.during(runs, () -> sweep.run(order));
            RunDetail detail = new RunDetail(
                    report.run(), report.tally(), runs.attempts(report.run().id()));
            return new Attempted<>(
                    detail, report.passing(), String.valueOf(report.run().failure()));
        }
    }
}
