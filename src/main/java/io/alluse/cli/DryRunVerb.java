package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.sql.Session;
import io.alluse.sweep.ClosedDates;
import io.alluse.sweep.DryRun;
import io.alluse.sweep.SweepJob;
import io.alluse.text.Json;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Says for a verb what an account job would post: sums on the screen, every movement in a file; starts no Spring. */
final class DryRunVerb {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Verb verb;
    private final SweepJobs job;
    private final BusinessDay date;

    DryRunVerb(Verb verb, SweepJobs job, BusinessDay date) {
        this.verb = verb;
        this.job = job;
        this.date = date;
    }

    int run(@Nullable Path out, boolean force) {
        Path file = out == null ? Path.of(job.job() + "-" + date + "-dry-run.csv") : out;
        boolean toScreen = file.equals(STANDARD_OUTPUT);
        if (toScreen && verb.options().json()) {
            throw Fault.usage("--out - and --json both want standard output; give --out a file");
        }
        if (!toScreen) {
            OutputFile.mustBeFree(file, force);
        }
        Tally tally = toScreen ? decided(verb.out()) : written(file, force);
        answer(tally, toScreen ? null : file);
        return (tally.of(AccountOutcome.SET_ASIDE) == 0 ? Exit.OK : Exit.SET_ASIDE).code();
    }

    private Tally written(Path file, boolean force) {
        AtomicReference<Tally> tally = new AtomicReference<>(Tally.NONE);
        OutputFile.write(file, force, writer -> tally.set(decided(writer)));
        return tally.get();
    }

    private Tally decided(Writer writer) {
        ProgressLine progress = ProgressLine.of(verb, "accounts");
        PolicyBook book = verb.book();
        try (Database database = verb.database()) {
            Session session = Session.of(database.program());
            SweepJob<?> sweep = job.on(session, book, Audit.of(database.program(), verb.auditContext()));
            earlierRun(new Runs(session, database.program(), verb.clock()), sweep);
            DryRunFile file = DryRunFile.begin(writer);
            return new DryRun<>(sweep, session, book)
                    .run(date, file::line, far -> progress.show(far, System.nanoTime()));
        } finally {
            progress.end();
            verb.out().flush();
        }
    }

    /** What is decided now is not what that run decided, or will. */
    private void earlierRun(Runs runs, SweepJob<?> sweep) {
        sweep.mustBeFor(date);
        new ClosedDates(runs, sweep).mustNotBeBefore(date);
        runs.find(RunKey.of(job.job(), date)).map(DryRunVerb::said).ifPresent(verb::note);
    }

    private static String said(Run run) {
        String what = "run " + run.id() + " of " + run.key();
        return switch (run.outcome()) {
            case COMPLETED, COMPLETED_WITH_SET_ASIDES, SKIPPED ->
                what + " is done: it will not be run again, this is what it would decide now";
            case STARTED, FAILED, STOPPED, BLOCKED ->
                what + " has begun (" + run.outcome() + "): what it has posted already is not shown again";
        };
    }

    private void answer(Tally tally, @Nullable Path file) {
        if (verb.options().json()) {
            verb.out().println(json(tally, String.valueOf(file)));
        } else if (file == null) {
            verb.note(heading() + ": " + tally.of(AccountOutcome.POSTED) + " of " + tally.total()
                    + " accounts would be posted to");
        } else if (verb.options().quiet()) {
            verb.out().println(file);
        } else {
            verb.out().println(heading());
            RunText.counts(verb.out(), RunText.ACCOUNTS, tally.total(), tally::of, tally);
            RunText.money(verb.out(), tally.moved());
            verb.out().println("every movement is in " + file);
        }
        verb.out().flush();
    }

    private String heading() {
        return job.job() + " of " + date + "  dry run, nothing was posted";
    }

    private Json json(Tally tally, String file) {
        Json json = Json.object()
                .put("schema", "alluse.dry-run/1")
                .put("dryRun", true)
                .put("job", job.job())
                .put("date", date);
        return RunText.counts(json, tally.total(), tally::of, tally).put("file", file);
    }
}
