package io.alluse.cli;

import io.alluse.capitalization.Capitalization;
import io.alluse.fault.Fault;
import io.alluse.text.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a job; a run that failed or was stopped goes on where it was. */
@Command(
        name = "run",
        description = {
            "Runs a job. Run again after a failure or a stop, it goes on where it was.",
            "",
            "Examples:",
            "  alluse job run initial-capitalization --plan plan.csv --dry-run",
            "  alluse job run initial-capitalization --plan plan.csv --date 2026-01-05",
            "  alluse job run initial-capitalization --plan plan.csv --all-or-nothing --json",
            ""
        },
        footer = {"", "Columns of a plan: see `alluse help plan` and docs/setup-and-capitalization.md."})
final class JobRunCommand extends Verb {

    @Parameters(paramLabel = "JOB", description = "see `alluse job list`")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(names = "--plan", paramLabel = "FILE", description = "the capital plan (CSV)")
    @Nullable
    private Path plan;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "the business date (default: today in New York)")
    @Nullable
    private String date;

    @Option(
            names = {"-n", "--dry-run"},
            description = "read and decide, show what would be posted, write nothing")
    private boolean dryRun;

    @Option(names = "--all-or-nothing", description = "one refused row refuses the whole plan")
    private boolean allOrNothing;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "parts at a time (default: 2)")
    private int threads;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            defaultValue = "2000",
            description = "accounts per transaction (default: 2000)")
    private int chunk;

    @Override
    public Integer call() {
        if (threads < 1 || threads > 64) {
            throw Fault.usage("--threads " + threads + ": expected 1 to 64");
        }
        return job.equals(Capitalization.JOB) ? capitalize() : sweep();
    }

    private int sweep() {
        List<String> names = Stream.concat(Stream.of(Capitalization.JOB), SweepJobs.names().stream())
                .toList();
        SweepJobs sweep = SweepJobs.named(job)
                .orElseThrow(() ->
                        Fault.notFound(Nearest.unknown("job `" + job + "`", job, names) + "; see `alluse job list`"));
        return new SweepVerb(this).run(sweep, dateOrToday(date), false, new SweepRunner.Width(threads, chunk));
    }

    private int capitalize() {
        if (plan == null) {
            throw Fault.usage(job + " needs --plan FILE; write one with `alluse plan`");
        }
        try (CapitalizationVerb run = new CapitalizationVerb(this, threads, CapitalizationVerb.Input.file(plan))) {
            return dryRun
                    ? run.preview(plan, dateOrToday(date), allOrNothing)
                    : run.run(plan, dateOrToday(date), allOrNothing);
        }
    }
}
