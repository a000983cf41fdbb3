package io.alluse.cli;

import io.alluse.capitalization.Capitalization;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport;
import io.alluse.sweep.SetAsides;
import org.jspecify.annotations.Nullable;

/** Carries a run on: one that failed or was stopped where it was, one that set accounts aside with exactly those. */
final class Relaunch {

    private static final String AGAIN = "`alluse job run " + Capitalization.JOB + " --plan ";

    private final Verb verb;
    private final SweepOptions how;

    Relaunch(Verb verb, SweepOptions how) {
        this.verb = verb;
        this.how = how;
    }

    /** By its number, or by job and date. */
    int run(String what, @Nullable String date, boolean yes) {
        how.threads();
        how.chunk();
        how.timeout();
        Run run = leftOver(what, date);
        DateOption.mustBeMeant(verb, run.key().date(), yes);
        return new SweepVerb(verb, how)
                .run(SweepJobs.named(run.key().job()).orElseThrow(), run.key().date(), true, null);
    }

    /** Looked at before a pass is begun that would have nothing to do. */
    private Run leftOver(String what, @Nullable String date) {
        try (Database database = verb.database()) {
            Session session = Session.of(database.program());
            Runs runs = new Runs(session, database.program(), verb.clock());
            Run run = found(runs, what, date);
            if (run.key().job().equals(Capitalization.JOB)) {
                throw ofAPlan(run);
            }
            if (run.key().job().equals(StatementImport.JOB)) {
                throw ofAStatement(run);
            }
            JobRunCommand.named(run.key().job());
            if (run.outcome() == Outcome.COMPLETED) {
                throw Fault.conflict(ended(run) + "; there is nothing to relaunch");
            }
            if (run.outcome() == Outcome.COMPLETED_WITH_SET_ASIDES
                    && new SetAsides(session, runs).open(run.id()) == 0) {
                throw Fault.conflict(ended(run)
                        + ", and what it set aside is resolved: nothing is left to take; see `alluse set-aside list --all --run "
                        + run.id() + "`");
            }
            return run;
        }
    }

    private Run found(Runs runs, String what, @Nullable String date) {
        if (what.matches("\\d{1,18}")) {
            if (date != null) {
                throw Fault.usage("--date goes with the name of a job; run " + what + " has its own");
            }
            return RunDetail.found(runs, Long.parseLong(what));
        }
        if (what.equals(Capitalization.JOB)) {
            throw Fault.usage("a capital plan goes on with " + AGAIN + "FILE --date D`; see `alluse job status`");
        }
        if (what.equals(StatementImport.JOB)) {
            throw Fault.usage(
                    "a statement goes on with `alluse statement import FILE --date D`; see `alluse statement list`");
        }
        JobRunCommand.named(what);
        if (date == null) {
            throw Fault.usage("job relaunch " + what + " needs --date YYYY-MM-DD, or the number of a run instead");
        }
        RunKey key = RunKey.of(what, verb.day(date));
        return runs.find(key)
                .orElseThrow(() -> Fault.notFound("no run of " + key + "; begin it with `alluse job run " + what
                        + " --date " + key.date() + "`"));
    }

    private static String ended(Run run) {
        return "run " + run.id() + " of " + run.key() + " has ended " + run.outcome() + " at " + run.endedAt();
    }

    /** Its lines are read from the file again, so the file must be given. */
    private static Fault ofAStatement(Run run) {
        String command = "`alluse statement import " + run.inputName() + " --date "
                + run.key().date() + "`";
        return switch (run.outcome()) {
            case COMPLETED, SKIPPED -> Fault.conflict(ended(run) + "; there is nothing to relaunch");
            case COMPLETED_WITH_SET_ASIDES ->
                Fault.conflict(
                        ended(run) + "; mend what its rejected lines need and import the file again: " + command);
            case STARTED, FAILED, STOPPED, BLOCKED ->
                Fault.of(Exit.USAGE, "run " + run.id() + " is of a statement, which must be given again: " + command);
        };
    }

    /** Its rows are read from the file again, so the file must be given. */
    private static Fault ofAPlan(Run run) {
        String command = AGAIN + run.inputName() + " --date " + run.key().date() + "`";
        return switch (run.outcome()) {
            case COMPLETED, SKIPPED -> Fault.conflict(ended(run) + "; there is nothing to relaunch");
            case COMPLETED_WITH_SET_ASIDES ->
                Fault.conflict(ended(run) + "; mend the refused rows and run the changed plan: it posts what is new");
            case STARTED, FAILED, STOPPED, BLOCKED ->
                Fault.of(
                        Exit.USAGE, "run " + run.id() + " is of a capital plan, which must be given again: " + command);
        };
    }
}
