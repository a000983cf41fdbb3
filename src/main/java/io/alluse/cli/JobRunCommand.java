package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.capitalization.PlanRefused;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.text.Nearest;
import java.nio.file.Path;
import java.util.List;
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

    @Override
    public Integer call() {
        if (!job.equals(Capitalization.JOB)) {
            throw Fault.notFound(
                    Nearest.unknown("job `" + job + "`", job, List.of(Capitalization.JOB)) + "; see `alluse job list`");
        }
        if (plan == null) {
            throw Fault.usage(job + " needs --plan FILE; write one with `alluse plan`");
        }
        if (threads < 1 || threads > 64) {
            throw Fault.usage("--threads " + threads + ": expected 1 to 64");
        }
        BusinessDay day = dateOrToday(date);
        try (Database database = database();
                CapitalizationRunner runner =
                        new CapitalizationRunner(database, book(), auditContext(), clock(), threads)) {
            return dryRun ? preview(runner, plan, day) : run(runner, plan, day);
        }
    }

    private int preview(CapitalizationRunner runner, Path file, BusinessDay day) {
        CapitalizationPreview preview = runner.job().preview(file, day, main -> {
            if (!options().json() && !options().quiet()) {
                CapitalizationText.print(out(), main);
            }
        });
        if (options().json()) {
            out().println(CapitalizationText.json(preview));
        } else {
            CapitalizationText.print(out(), preview);
            CapitalizationText.problems(err(), file.toString(), preview.problems());
        }
        boolean refusedWhole = allOrNothing && preview.refused() > 0;
        return (refusedWhole ? Exit.USAGE : preview.refused() > 0 ? Exit.SET_ASIDE : Exit.OK).code();
    }

    private int run(CapitalizationRunner runner, Path file, BusinessDay day) {
        StopSignal stop = new StopSignal();
        Signals.onFirst(() -> {
            stop.request();
            note("stopping after the chunks at hand; once more ends the program at once");
        });
        ProgressLine progress = new ProgressLine(
                err(),
                "accounts",
                Terminal.isError() && !options().quiet(),
                options().json(),
                System.nanoTime());
        try {
            return answer(runner.run(file, day, allOrNothing, stop, progress), file);
        } catch (PlanRefused refused) {
            CapitalizationText.problems(err(), file.toString(), refused.problems());
            throw Fault.usage(file + ": " + Fault.reason(refused));
        }
    }

    private int answer(CapitalizationReport report, Path file) {
        if (options().json()) {
            out().println(CapitalizationText.json(report));
        } else if (options().quiet()) {
            out().println(report.run().id());
        } else {
            CapitalizationText.print(out(), report);
        }
        if (!options().json()) {
            CapitalizationText.problems(err(), file.toString(), report.problems());
        }
        Outcome outcome = report.run().outcome();
        switch (outcome) {
            case FAILED ->
                note("run " + report.run().id() + " failed: " + report.run().failure()
                        + "; mend that and give the same command again: it goes on where it was");
            case STOPPED -> note("run " + report.run().id() + " was stopped; the same command goes on where it was");
            case COMPLETED_WITH_SET_ASIDES ->
                note("mend the refused rows and run the changed plan: it posts what is new");
            case COMPLETED, STARTED, BLOCKED, SKIPPED -> {}
        }
        return outcome.exit().code();
    }
}
