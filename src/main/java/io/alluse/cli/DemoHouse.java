package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
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
import io.alluse.statement.StatementImport;
import io.alluse.statement.StatementReport;
import io.alluse.sweep.Sweep;
import java.nio.file.Path;
import java.util.Optional;

/** Runs the jobs as the commands do, one after the other in one process: what has been done before is not done again. */
final class DemoHouse implements AutoCloseable {

    private static final int THREADS = 2;

    private final Verb verb;
    private final DemoClock clock;
    private final Database database;
    private final JobContext context;
    private final Runs runs;

    DemoHouse(Verb verb, DemoClock clock) {
        this.verb = verb;
        this.clock = clock;
        this.database = verb.database();
        this.context = JobContext.start(database, THREADS);
        this.runs = new Runs(context.session(), database.program(), clock);
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

    /** A run and the money that it moved. */
    record Done(Run run, Tally tally) {}

    boolean isCapitalized(Path plan) {
        return capitalization().completed(plan).isPresent();
    }

    private Capitalization capitalization() {
        return new Capitalization(context.session(), context.batch(), runs, verb.book(), audit());
    }

    Done capitalized(Path plan, BusinessDay date) {
        Capitalization job = capitalization();
        Optional<Run> before = job.completed(plan);
        return done(before.orElseGet(
                () -> job.run(new Capitalization.Order(plan, date, true, THREADS, owner(), new StopSignal()))
                        .run()));
    }

    Done job(SweepJobs job, BusinessDay date) {
        Optional<Run> before = runs.find(RunKey.of(job.job(), date))
                .filter(run -> run.outcome().isComplete());
        return done(before.orElseGet(() -> sweep(job)
                .run(new Sweep.Order(
                        date, false, THREADS, Sweep.CHUNK, Sweep.ONE_PART_BELOW, owner(), new StopSignal()))
                .run()));
    }

    private Sweep<?> sweep(SweepJobs job) {
        return new Sweep<>(
                job.on(context.session(), verb.book(), audit()), context.session(), context.batch(), runs, verb.book());
    }

    Optional<StatementReport> imported(Path file, String account, BusinessDay date) {
        StatementImport imports = new StatementImport(context.session(), context.batch(), runs, verb.book(), audit());
        if (imports.completed(file, account, date).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(imports.run(
                new StatementImport.Order(file, null, account, date, false, THREADS, owner(), new StopSignal())));
    }

    private Done done(Run run) {
        return new Done(run, runs.tally(run.id(), run.pass()));
    }

    Audit audit() {
        return Audit.of(context.dataSource(), who());
    }

    private AuditContext who() {
        return AuditContext.of(
                verb.spec().root().commandLine().getParseResult().originalArgs(),
                verb.options().operator(),
                clock);
    }

    private Owner owner() {
        AuditContext who = who();
        return new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
