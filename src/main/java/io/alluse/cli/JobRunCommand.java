package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.fault.Fault;
import io.alluse.statement.StatementImport;
import io.alluse.text.Durations;
import io.alluse.text.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  alluse job run tax-and-buffer --dry-run",
            "  alluse job run tax-and-buffer --date 2026-01-06 --timeout 2h",
            "  alluse job run statement-import --inbox /data/inbox",
            "  alluse job run order-intents --date 2026-01-09 --out /data/orders",
            ""
        },
        footer = {"", "Columns of a plan: see `alluse help plan` and docs/setup-and-capitalization.md."})
final class JobRunCommand extends Verb {

    @Parameters(paramLabel = "JOB", completionCandidates = JobNames.class, description = "see `alluse job list`")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(names = "--plan", paramLabel = "FILE", description = "the capital plan (CSV); for initial-capitalization")
    @Nullable
    private Path plan;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    @Option(
            names = {"-n", "--dry-run"},
            description = "read and decide, show what would be posted, write nothing; for statements see `alluse"
                    + " statement import --dry-run`")
    private boolean dryRun;

    @Option(
            names = "--all-or-nothing",
            description = "one refused row refuses the whole plan; for initial-capitalization")
    private boolean allOrNothing;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "with --dry-run of an account job: what would be posted to which account, - for standard"
                    + " output (default: JOB-DATE-dry-run.csv); for order-intents, the directory of its files (default:"
                    + " intents/DATE in the directory of the program's data)")
    @Nullable
    private Path out;

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            description = "statements: files that name their accounts, and a directory per account (or what its broker"
                    + " calls it) for those that do not; for statement-import")
    @Nullable
    private Path inbox;

    @Option(
            names = "--accept-partial",
            description =
                    "post what can be posted of a statement although other lines are rejected; for statement-import")
    private boolean acceptPartial;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "leave files alone that have changed within this time (default: 5s); for statement-import")
    @SuppressWarnings("NullAway.Init")
    private String settle;

    @Option(names = "--force", description = "with --dry-run of an account job: overwrite the file")
    private boolean force;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SweepOptions how;

    @Override
    boolean setsUp() {
        return job.equals(Capitalization.JOB);
    }

    @Override
    public Integer call() {
        how.threads();
        how.timeout();
        return dryRun ? carriedOut() : Telling.after(this, how.notifyOption(), this::carriedOut);
    }

    private int carriedOut() {
        if (job.equals(StatementImport.JOB)) {
            return inbox();
        }
        refuse(inbox != null, "--inbox", "it reads no statements");
        refuse(acceptPartial, "--accept-partial", "it reads no statements");
        return job.equals(Capitalization.JOB) ? capitalize() : sweep(named(job));
    }

    private int inbox() {
        refuse(plan != null, "--plan", "it reads statements");
        refuse(allOrNothing, "--all-or-nothing", "that is how it is without --accept-partial");
        refuse(how.namesChunk(), "--chunk", "its chunks are what fits");
        refuse(dryRun, "--dry-run", "use `alluse statement import FILE --dry-run`");
        refuse(out != null, "--out", "it writes a report beside each file");
        refuse(force, "--force", "it overwrites nothing");
        if (inbox == null) {
            throw Fault.usage(job + " needs --inbox DIR; for single files use `alluse statement import FILE`");
        }
        StatementRunner.Request request =
                new StatementRunner.Request(null, date.day(this, false), acceptPartial, how.threads());
        return new InboxVerb(this, inbox, settling(), request).run(how.timeout());
    }

    private Duration settling() {
        try {
            return Durations.parse(settle);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--settle: " + Fault.reason(e));
        }
    }

    static SweepJobs named(String job) {
        return SweepJobs.named(job)
                .orElseThrow(() -> Fault.notFound(
                        Nearest.unknown("job `" + job + "`", job, JobNames.all()) + "; see `alluse job list`"));
    }

    private int sweep(SweepJobs sweep) {
        refuse(plan != null, "--plan", "it reads no file");
        refuse(
                allOrNothing,
                "--all-or-nothing",
                "an account that cannot be processed is set aside, the others are done");
        refuse(
                !dryRun && out != null && sweep != SweepJobs.ORDER_INTENTS,
                "--out",
                "without --dry-run it writes no file");
        refuse(!dryRun && force, "--force", "without --dry-run it writes no file");
        how.chunk();
        BusinessDay day = date.day(this, dryRun);
        return dryRun
                ? new DryRunVerb(this, sweep, day).run(out, force)
                : new SweepVerb(this, how).run(sweep, day, false, out);
    }

    private int capitalize() {
        refuse(how.namesChunk(), "--chunk", "its chunks are what fits");
        refuse(out != null, "--out", "its dry run goes to the screen");
        refuse(force, "--force", "it writes no file");
        if (plan == null) {
            throw Fault.usage(job + " needs --plan FILE; write one with `alluse plan`");
        }
        BusinessDay day = date.day(this, dryRun);
        CapitalizationVerb.Input input = CapitalizationVerb.Input.file(plan);
        try (CapitalizationVerb run = new CapitalizationVerb(this, how.threads(), input)) {
            return dryRun ? run.preview(plan, day, allOrNothing) : run.run(plan, day, allOrNothing, how.timeout());
        }
    }

    private void refuse(boolean given, String option, String why) {
        if (given) {
            throw Fault.usage(job + " does not take " + option + ": " + why);
        }
    }
}
