package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.statement.StatementReport;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings brokers' statements into the ledger. */
@Command(
        name = "import",
        description = {
            "Posts what brokers' statements tell. The same file again, or one that overlaps, posts nothing twice.",
            "",
            "Examples:",
            "  alluse statement import july.csv --dry-run",
            "  alluse statement import july.csv --account A-000042-GEN",
            "  alluse statement import all-accounts.csv --date 2026-07-31 --accept-partial --json",
            "  alluse job run statement-import --inbox /data/inbox",
            ""
        },
        footer = {
            "",
            "A file with a rejected line posts nothing (exit 1), unless --accept-partial posts the others (exit 3).",
            "Exit 6 where this very file was imported under this date. See docs/statements.md."
        })
final class StatementImportCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a broker's export (CSV)")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "see `alluse statement formats`; recognised by default")
    @Nullable
    private String format;

    @Option(
            names = "--account",
            paramLabel = "CODE",
            converter = Code.class,
            description = "whose lines they are where the file does not say; the main account under per-main")
    @Nullable
    private String account;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    @Option(names = "--accept-partial", description = "post what can be posted although other lines are rejected")
    private boolean acceptPartial;

    @Option(
            names = {"-n", "--dry-run"},
            description = "read and judge, show what would be posted, write nothing")
    private boolean dryRun;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SweepOptions how;

    @Override
    public Integer call() {
        if (how.namesChunk()) {
            throw Fault.usage("statement import does not take --chunk: its chunks are what fits");
        }
        BusinessDay day = date.day(this, dryRun);
        if (dryRun) {
            return new StatementRehearsalVerb(this, format, account, day, acceptPartial).run(files);
        }
        return Telling.after(this, how.notifyOption(), () -> imported(day));
    }

    private int imported(BusinessDay day) {
        try (Stopping stopping = Stopping.of(this, how.timeout())) {
            StatementRunner runner = new StatementRunner(
                    this, new StatementRunner.Request(format, day, acceptPartial, how.threads()), stopping.signal());
            return all(runner, stopping).code();
        }
    }

    /** One after the other; a file that fails does not keep the others from being read, but a stop does. */
    private Exit all(StatementRunner runner, Stopping stopping) {
        Exit worst = Exit.OK;
        List<Json> answers = new ArrayList<>();
        for (Path file : files) {
            StatementReport report = runner.run(file, account);
            answers.add(StatementText.json(file.toString(), report));
            answer(file.toString(), report);
            Exit exit = stopping.exit(report.run().outcome());
            worst = worse(worst, exit);
            if (stopping.signal().isRequested()) {
                break;
            }
        }
        if (options().json()) {
            out().println(Json.object().put("statements", answers));
        }
        return worst;
    }

    private static Exit worse(Exit one, Exit other) {
        return one == Exit.OK || other == Exit.FAILED || other == Exit.STOPPED || other == Exit.TIMED_OUT ? other : one;
    }

    private void answer(String file, StatementReport report) {
        if (options().json()) {
            return;
        }
        if (options().quiet()) {
            out().println(report.run().id());
        } else {
            StatementText.print(out(), file, report);
        }
        StatementText.problems(err(), file, report.rejected(), report.counts().rejected());
        StatementText.warnings(err(), file, report.warnings());
        wayOn(file, report);
    }

    private void wayOn(String file, StatementReport report) {
        Run run = report.run();
        String again = "`alluse statement import " + file + named("--format", format) + named("--account", account)
                + " --date " + run.key().date();
        switch (run.outcome()) {
            case FAILED ->
                note(
                        report.refused()
                                ? "run " + run.id() + ": " + run.failure() + "; mend that and give the same command"
                                        + " again, or " + again + " --accept-partial`"
                                : "run " + run.id() + " failed: " + run.failure() + "; mend that, then " + again
                                        + "` goes on where it was");
            case STOPPED -> note("run " + run.id() + " was stopped; " + again + "` goes on where it was");
            case COMPLETED_WITH_SET_ASIDES ->
                note("when what was rejected is mended, " + again + "` again: what was posted is a duplicate then");
            case COMPLETED, STARTED, BLOCKED, SKIPPED -> {}
        }
    }

    private static String named(String option, @Nullable String value) {
        return value == null ? "" : " " + option + " " + value;
    }
}
