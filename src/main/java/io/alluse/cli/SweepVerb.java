package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Carries out an account job for a verb: signals, progress, answer, exit code. */
final class SweepVerb {

    private final Verb verb;
    private final SweepOptions how;

    SweepVerb(Verb verb, SweepOptions how) {
        this.verb = verb;
        this.how = how;
    }

    /**
     * Again: where the run has ended with accounts set aside, these are taken.
     *
     * @param out where the files go that the job writes, if not to their usual place
     */
    int run(SweepJobs job, BusinessDay date, boolean again, @Nullable Path out) {
        try (Stopping stopping = Stopping.of(verb, how.timeout())) {
            SweepRunner runner = new SweepRunner(verb, job, stopping.signal());
            RunDetail detail = runner.run(date, again, how.threads(), how.chunk(), ProgressLine.of(verb, "accounts"));
            answer(detail);
            if (job == SweepJobs.ORDER_INTENTS && detail.run().outcome().isComplete()) {
                IntentFiles.write(verb, date, out);
            }
            return stopping.exit(detail.run().outcome()).code();
        }
    }

    private void answer(RunDetail detail) {
        if (verb.options().json()) {
            verb.out().println(RunText.json(detail));
            return;
        }
        if (verb.options().quiet()) {
            verb.out().println(detail.run().id());
        } else {
            RunText.print(verb.out(), detail);
        }
        wayOn(detail);
    }

    private void wayOn(RunDetail detail) {
        Run run = detail.run();
        String relaunch = "`alluse job relaunch " + run.id() + "`";
        switch (run.outcome()) {
            case FAILED ->
                verb.note("run " + run.id() + " failed: " + run.failure() + "; mend that, then " + relaunch
                        + " goes on where it was");
            case STOPPED -> verb.note("run " + run.id() + " was stopped; " + relaunch + " goes on where it was");
            case COMPLETED_WITH_SET_ASIDES ->
                verb.note("run " + run.id() + " set aside " + detail.of(AccountOutcome.SET_ASIDE)
                        + ": see `alluse set-aside list --run " + run.id() + "`; " + relaunch
                        + " takes exactly those");
            case COMPLETED, STARTED, BLOCKED, SKIPPED -> {}
        }
    }
}
