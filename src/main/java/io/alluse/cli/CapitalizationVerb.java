package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.capitalization.PlanRefused;
import io.alluse.csv.CsvProblem;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out or previews a capital plan for a verb: database, job, progress, answer, exit code. */
final class CapitalizationVerb implements AutoCloseable {

    private final Verb verb;
    private final Database database;
    private final int threads;
    private @Nullable CapitalizationRunner runner;
    private final Input input;

    /** What problems and refusals are told of: a file, or what else the plan was made of. */
    interface Input {

        String problem(CsvProblem problem);

        String refused(PlanRefused refused);

        static Input file(Path plan) {
            return new Input() {
                @Override
                public String problem(CsvProblem problem) {
                    return problem.in(plan.toString());
                }

                @Override
                public String refused(PlanRefused refused) {
                    return plan + ": " + Fault.reason(refused);
                }
            };
        }
    }

    CapitalizationVerb(Verb verb, int threads, Input input) {
        this.verb = verb;
        this.input = input;
        this.database = verb.database();
        this.threads = threads;
    }

    /** A preview does without: nobody waits for Spring to see what would happen. */
    private CapitalizationRunner runner() {
        if (runner == null) {
            runner = new CapitalizationRunner(database, verb.book(), verb.auditContext(), verb.clock(), threads);
        }
        return runner;
    }

    /** The run that has carried out this very plan. */
    Optional<Run> completed(Path plan) {
        return runner().job().completed(plan);
    }

    /** On a connection that may stand still: who reads page by page takes the time that it takes. */
    int preview(Path plan, BusinessDay date, boolean allOrNothing) {
        PreviewText text = PreviewText.of(verb);
        CapitalizationPreview preview =
                Capitalization.preview(Session.of(database.program()), verb.book(), plan, date, text::main);
        text.end(preview);
        if (!verb.options().json()) {
            CapitalizationText.problems(verb.err(), input, preview.problems());
        }
        if (preview.refused() == 0) {
            return Exit.OK.code();
        }
        return (allOrNothing ? Exit.USAGE : Exit.SET_ASIDE).code();
    }

    int run(Path plan, BusinessDay date, boolean allOrNothing) {
        return run(plan, date, allOrNothing, null);
    }

    int run(Path plan, BusinessDay date, boolean allOrNothing, @Nullable Duration timeout) {
        try (Stopping stopping = Stopping.of(verb, timeout)) {
            ProgressLine progress = ProgressLine.of(verb, "accounts");
            CapitalizationReport report = runner().run(plan, date, allOrNothing, stopping.signal(), progress);
            answer(report);
            return stopping.exit(report.run().outcome()).code();
        } catch (PlanRefused refused) {
            if (verb.options().json()) {
                verb.out().println(CapitalizationText.refused(refused.preview()));
            }
            CapitalizationText.problems(verb.err(), input, refused.preview().problems());
            throw Fault.usage(input.refused(refused));
        }
    }

    private void answer(CapitalizationReport report) {
        if (verb.options().json()) {
            verb.out().println(CapitalizationText.json(report));
            return;
        }
        if (verb.options().quiet()) {
            verb.out().println(report.run().id());
        } else {
            CapitalizationText.print(verb.out(), report);
        }
        CapitalizationText.problems(verb.err(), input, report.problems());
        wayOn(report);
    }

    private void wayOn(CapitalizationReport report) {
        long run = report.run().id();
        switch (report.run().outcome()) {
            case FAILED ->
                verb.note("run " + run + " failed: " + report.run().failure()
                        + "; mend that and give the same command again" + underItsDate(report.run()));
            case STOPPED ->
                verb.note("run " + run + " was stopped; to go on, give the same command again"
                        + underItsDate(report.run()));
            case COMPLETED_WITH_SET_ASIDES ->
                verb.note("mend the refused rows and run the changed plan: it posts what is new");
            case COMPLETED, STARTED, BLOCKED, SKIPPED -> {}
        }
    }

    /** Tomorrow the same words would mean another date. */
    private static String underItsDate(Run run) {
        return " with --date " + run.key().date() + ": it goes on where it was";
    }

    @Override
    public void close() {
        if (runner != null) {
            runner.close();
        }
        database.close();
    }
}
