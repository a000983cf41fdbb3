package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.fault.Exit;
import io.alluse.service.Due;
import io.alluse.service.DueDates;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that change what becomes of one due date. */
abstract class JobDueCommand extends DueVerb {

    private static final String EXITS = "Exit 5 where the job has no such date, 6 where it is running or done.";

    @Parameters(paramLabel = "JOB", description = "a job definition, see `alluse schedule list`")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "the business date")
    @SuppressWarnings("NullAway.Init")
    private String date;

    @Command(
            name = "hold",
            description = {
                "Keeps one due date of a job from running until it is released; also one that is not due yet.",
                "What comes after it waits; all else goes on.",
                "",
                "Examples:",
                "  alluse job hold fork-sweep --date 2026-01-06 --reason \"prices are being mended\"",
                ""
            },
            footer = {"", EXITS})
    static final class Hold extends JobDueCommand {
        @Override
        Due decide(DueDates dates, String definition, Act act, Instant now) {
            return dates.hold(definition, act, now);
        }
    }

    @Command(
            name = "release",
            description = {
                "Lets a due date run that was held, has failed or was missed; it goes on where it was.",
                "",
                "Examples:",
                "  alluse job release fork-sweep --date 2026-01-06 --reason \"prices are right now\"",
                ""
            },
            footer = {"", EXITS})
    static final class Release extends JobDueCommand {
        @Override
        Due decide(DueDates dates, String definition, Act act, Instant now) {
            return dates.release(definition, act, now);
        }
    }

    @Command(
            name = "skip",
            description = {
                "Leaves a due date out for good; what comes after it goes on as if it had been run.",
                "",
                "Examples:",
                "  alluse job skip fork-sweep --date 2026-01-06 --reason \"no prices that day\"",
                ""
            },
            footer = {"", EXITS})
    static final class Skip extends JobDueCommand {
        @Override
        Due decide(DueDates dates, String definition, Act act, Instant now) {
            return dates.skip(definition, act, now);
        }
    }

    abstract Due decide(DueDates dates, String definition, Act act, Instant now);

    @Override
    public Integer call() {
        Act act = act(date("--date", date));
        Due due = decided(dates -> decide(dates, job, act, clock().instant()));
        if (options().json()) {
            out().println(DueText.json(due));
        } else if (options().quiet()) {
            out().println(due.key());
        } else {
            out().println(due + " is " + due.state() + (due.why() == null ? "" : ", " + due.why()));
        }
        out().flush();
        return Exit.OK.code();
    }
}
