package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.fault.Exit;
import io.alluse.service.DueDates;
import io.alluse.text.Json;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The verbs that pause a job as a whole and resume it. */
abstract class SchedulePauseCommand extends DueVerb {

    private final String done;

    @Parameters(paramLabel = "JOB", description = "a job definition, see `alluse schedule list`")
    @SuppressWarnings("NullAway.Init")
    private String job;

    SchedulePauseCommand(String done) {
        this.done = done;
    }

    @Command(
            name = "pause",
            description = {
                "Keeps a job from running until it is resumed. Its dates become due all the same; what comes after them waits.",
                "",
                "Examples:",
                "  alluse schedule pause fork-sweep --reason \"policy is being changed\"",
                ""
            },
            footer = {"", "Exit 5 where there is no such job, 6 where it is paused already."})
    static final class Pause extends SchedulePauseCommand {
        Pause() {
            super("paused; its dates become due and wait until `alluse schedule resume`");
        }

        @Override
        void decide(DueDates dates, String definition, Act act, Instant now) {
            dates.pause(definition, act, now);
        }
    }

    @Command(
            name = "resume",
            description = {
                "Lets a paused job run again: what became due meanwhile is caught up, as its definition says.",
                "",
                "Examples:",
                "  alluse schedule resume fork-sweep --reason \"policy 4 is in force\"",
                ""
            },
            footer = {"", "Exit 6 where it is not paused."})
    static final class Resume extends SchedulePauseCommand {
        Resume() {
            super("resumed; `alluse job status --due` shows what it has to catch up");
        }

        @Override
        void decide(DueDates dates, String definition, Act act, Instant now) {
            dates.resume(definition, act);
        }
    }

    abstract void decide(DueDates dates, String definition, Act act, Instant now);

    @Override
    public Integer call() {
        Act act = act();
        decided(dates -> {
            decide(dates, job, act, clock().instant());
            return job;
        });
        if (options().json()) {
            out().println(Json.object().put("job", job).put("said", done));
        } else if (options().quiet()) {
            out().println(job);
        } else {
            out().println(job + " is " + done);
        }
        out().flush();
        return Exit.OK.code();
    }
}
