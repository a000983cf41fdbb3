package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes past dates of a job due that never were: dates before the first day of the service. */
@Command(
        name = "backfill",
        description = {
            "Makes past dates of a job due that never were, and shows first which they are, how many accounts they are about",
            "and what money they move: exactly for the first date; for all of them together as one run for the last date",
            "would, which is an estimate. A service then runs them in order.",
            "",
            "Examples:",
            "  alluse job backfill tax-and-buffer --from 2026-01-05 --to 2026-01-16 --dry-run",
            "  alluse job backfill tax-and-buffer --from 2026-01-05 --to 2026-01-16 --reason \"first weeks\" --yes",
            ""
        },
        footer = {
            "",
            "Exit 6 where no date is lacking: dates that were due or have been run are left alone; `alluse job release`",
            "is for those that failed."
        })
final class JobBackfillCommand extends DueVerb {

    @Parameters(paramLabel = "JOB", description = "a job definition, see `alluse schedule list`")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(names = "--from", required = true, paramLabel = "YYYY-MM-DD", description = "the first business date")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "YYYY-MM-DD", description = "the last business date")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(
            names = {"-n", "--dry-run"},
            description = "show what it would come to and change nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() {
        if (!dryRun) {
            mustHaveReason();
        }
        List<Planned> dates = lacking();
        JobDefinition definition = definitions().named(job).orElseThrow();
        Optional<BackfillPreview> preview = SweepJobs.named(definition.job())
                .map(sweep -> BackfillPreview.of(this, sweep, first(dates), last(dates)));
        if (!options().json()) {
            BackfillPreview.print(out(), job, dates, preview);
            out().flush();
        }
        boolean done = !dryRun && Confirm.asked("make " + dates.size() + " dates of " + job + " due?", yes);
        int due = done ? decided(all -> all.backfill(job, dates, act(first(dates)))) : 0;
        answer(dates, preview, due, done);
        return Exit.OK.code();
    }

    private static BusinessDay first(List<Planned> dates) {
        return BusinessDay.of(dates.getFirst().businessDate());
    }

    private static BusinessDay last(List<Planned> dates) {
        return BusinessDay.of(dates.getLast().businessDate());
    }

    private List<Planned> lacking() {
        List<Planned> dates =
                decided(all -> all.lacking(job, date("--from", from), date("--to", to), clock().instant()));
        if (dates.isEmpty()) {
            throw Fault.conflict("no date of " + job + " from " + from + " to " + to
                    + " is lacking: all have been due or have been run; see `alluse job status --due`");
        }
        return dates;
    }

    private void answer(List<Planned> dates, Optional<BackfillPreview> preview, int due, boolean done) {
        if (options().json()) {
            out().println(BackfillPreview.json(job, dates, preview).put("madeDue", due));
        } else if (done) {
            note(due + " dates are due now; a service runs them in order, see `alluse job status --due`");
        } else {
            note("nothing was changed");
        }
        out().flush();
    }
}
