package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.text.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a run that another process carries out, and says so only when that is true. */
@Command(
        name = "stop",
        description = {
            "Stops a run after the chunks at hand, whoever carries it out, and waits until it has ended.",
            "",
            "Examples:",
            "  alluse job stop 12",
            "  alluse job stop 12 --timeout 5m",
            ""
        },
        footer = {"", "Exit 5 where there is no such run, 6 where it has ended or nobody carries it out."})
final class JobStopCommand extends Verb {

    private static final long LOOK_EVERY_MILLIS = 200;

    @Parameters(paramLabel = "RUN", description = "the number of a run")
    private long run;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "wait no longer than this, such as 90s or 5m (exit 9); the run is still asked to stop")
    @Nullable
    private String timeout;

    @Override
    public Integer call() {
        Duration patience = SweepOptions.parsed(timeout);
        try (Database database = database()) {
            Runs runs = new Runs(Session.of(database.program()), database.program(), clock());
            mustBeUnderway(runs, RunDetail.found(runs, run));
            RunDetail ended = RunDetail.of(runs, stopped(runs, patience));
            answer(ended);
            return ended.run().outcome() == Outcome.FAILED ? Exit.FAILED.code() : Exit.OK.code();
        }
    }

    private static void mustBeUnderway(Runs runs, Run found) {
        if (found.outcome() != Outcome.STARTED) {
            String again = found.outcome() == Outcome.FAILED
                    ? "; a command that still watches it may start it again by itself: then ask again"
                    : "";
            throw Fault.conflict("run " + found.id() + " has ended " + found.outcome() + " at " + found.endedAt()
                    + "; there is nothing to stop" + again);
        }
        if (runs.isAbandoned(found)) {
            throw abandoned(found);
        }
    }

    private static Fault abandoned(Run found) {
        return Fault.conflict("run " + found.id()
                + " is not being carried out any more: its process has gone without a word; nothing is to be stopped, and `alluse job relaunch "
                + found.id() + "` goes on where it was");
    }

    /** Asked again and again: a new attempt of the same process knows nothing of what its last one was asked. */
    private Run stopped(Runs runs, @Nullable Duration patience) {
        long began = System.nanoTime();
        while (true) {
            runs.requestStop(run, who());
            Run now = RunDetail.found(runs, run);
            if (hasEnded(runs, now)) {
                return now;
            }
            if (patience != null && System.nanoTime() - began > patience.toNanos()) {
                throw Fault.of(
                        Exit.TIMED_OUT,
                        "run " + run + " has been asked to stop and has not ended after " + Durations.text(patience)
                                + "; see `alluse job status " + run + "`");
            }
            pause();
        }
    }

    /** Its end is committed before its lock is let go; only then can the next one begin. */
    private static boolean hasEnded(Runs runs, Run now) {
        if (now.outcome() != Outcome.STARTED) {
            return !now.key().inputDigest().isEmpty() || !runs.isOwned(now.key());
        }
        if (runs.isAbandoned(now)) {
            throw abandoned(now);
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.of(Exit.STOPPED, "interrupted while waiting; the run has been asked to stop", e);
        }
    }

    private String who() {
        AuditContext caller = auditContext();
        return caller.osUser() + " on " + caller.node()
                + (caller.operator() == null ? "" : " for " + caller.operator());
    }

    private void answer(RunDetail ended) {
        Run run = ended.run();
        if (options().json()) {
            out().println(RunText.json(ended));
        } else if (options().quiet()) {
            out().println(run.id());
        } else {
            RunText.print(out(), ended);
        }
        if (run.outcome() == Outcome.STOPPED && !options().json() && !options().quiet()) {
            note("next: `alluse job relaunch " + run.id() + "` goes on where it was");
        }
    }
}
