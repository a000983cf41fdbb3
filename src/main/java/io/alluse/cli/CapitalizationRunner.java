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

/** Wires the capitalization job to a database and carries it out while a person watches. */
final class CapitalizationRunner implements AutoCloseable {

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
        return new WatchedRun(owner, progress, CapitalizationRunner::inAccounts)
                .during(runs, () -> job.run(new Capitalization.Order(plan, date, allOrNothing, threads, owner, stop)));
    }

    /** The run counts main accounts, of three accounts each. */
    private static Progress inAccounts(Progress mains) {
        return new Progress(3 * mains.done(), 3 * mains.total(), 0);
    }

    @Override
    public void close() {
        context.close();
    }
}
