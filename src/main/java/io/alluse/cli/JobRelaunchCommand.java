package io.alluse.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries on a run that failed, was stopped, or set accounts aside. */
@Command(
        name = "relaunch",
        description = {
            "Carries a run on: after a failure or a stop where it was; where accounts were set aside, exactly those.",
            "",
            "Examples:",
            "  alluse job relaunch 12",
            "  alluse job relaunch tax-and-buffer --date 2026-01-06",
            ""
        },
        footer = {"", "Exit 5 where there is no such run, 6 where nothing is left to do or somebody does it already."})
final class JobRelaunchCommand extends Verb {

    @Parameters(
            paramLabel = "RUN|JOB",
            completionCandidates = JobNames.class,
            description = "the number of a run; or a job, with --date")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "with a job: the business date of its run")
    @Nullable
    private String date;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private YesOption yes;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SweepOptions how;

    @Override
    public Integer call() {
        return Telling.after(this, how.notifyOption(), () -> new Relaunch(this, how).run(what, date, yes.given()));
    }
}
