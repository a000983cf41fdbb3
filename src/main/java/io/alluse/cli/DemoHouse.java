package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.database.Database;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.statement.StatementReport;
import io.alluse.sweep.Sweep;
import java.nio.file.Path;
import java.util.Optional;

/** Runs the jobs as the commands do, one after the other in one process: what has been done before is not done again. */
final class DemoHouse implements AutoCloseable {

    private static final int THREADS = 2;

    private final Verb verb;
    private final StopSignal stop = new StopSignal();
    private final Database database;
    private final JobContext context;
    private final Runs runs;

    /** The verb goes by the clock of the story. */
    DemoHouse(Verb verb) {
        this.verb = verb;
        this.database = verb.database();
        this.context = JobContext.start(database, THREADS);
        this.runs = new Runs(context.session(), database.program(), verb.clock());
        verb.workFor(new Hosting(database, context, stop, Sweep.ONE_PART_BELOW));
    }

    Database database() {
        return database;
    }

    Runs runs() {
        return runs;
    }

    JobContext context() {
        return context;
    }

    boolean isCapitalized(Path plan) {
        return capitalization().completed(plan).isPresent();
    }

    private Capitalization capitalization() {
        Audit audit = Audit.of(context.dataSource(), verb.auditContext());
        return new Capitalization(context.session(), context.batch(), runs, verb.book(), audit);
    }

    Tally capitalized(Path plan, BusinessDay date) {
        Capitalization job = capitalization();
        var who = verb.auditContext();
        Owner owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        return tally(job.completed(plan)
                .orElseGet(() -> job.run(new Capitalization.Order(plan, date, true, THREADS, owner, stop))
                        .run()));
    }

    Run job(SweepJobs job, BusinessDay date) {
        return runs.find(RunKey.of(job.job(), date))
                .filter(run -> run.outcome().isComplete())
                .orElseGet(() -> new SweepRunner(verb, job, stop)
                        .run(date, false, THREADS, Sweep.CHUNK, ProgressLine.of(verb, "accounts"))
                        .run());
    }

    /** None where this very file has been imported before. */
    Optional<StatementReport> imported(Path file, String account, BusinessDay date) {
        StatementRunner runner =
                new StatementRunner(verb, new StatementRunner.Request(null, date, false, THREADS), stop);
        return runner.completed(file, account).isPresent() ? Optional.empty() : Optional.of(runner.run(file, account));
    }

    /** What a run came to. */
    Tally tally(Run run) {
        return runs.tally(run.id(), run.pass());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
