package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.schedule.JobDefinitions;
import io.alluse.schedule.KnownJob;
import io.alluse.statement.StatementImport;
import io.alluse.text.Json;
import io.alluse.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether job definitions and calendars are in order, and if not, why. */
@Command(
        name = "check",
        description = {
            "Checks job definitions and calendars; names every problem with file, line, column and key.",
            "",
            "Examples:",
            "  alluse schedule check",
            "  alluse schedule check my-jobs",
            "  alluse schedule check my-jobs --json",
            ""
        },
        footer = {"", "Exit 2 where something is wrong. Policies are checked by `alluse policy check`."})
final class ScheduleCheckCommand extends Verb {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "a directory laid out like jobs/ (default: --jobs, or what is shipped)")
    @Nullable
    private Path directory;

    @Override
    public Integer call() {
        Path jobs = directory == null ? options().jobs() : directory;
        if (jobs != null && !Files.isDirectory(jobs)) {
            throw Fault.notFound(jobs + ": no such directory; give one laid out like jobs/");
        }
        List<Problem> problems = problems(jobs);
        if (options().json()) {
            out().println(Json.object()
                    .put("ok", problems.isEmpty())
                    .put("problems", problems.stream().map(ProblemText::json).toList()));
        } else if (problems.isEmpty() && !options().quiet()) {
            out().println((jobs == null ? "what is shipped" : jobs.toString()) + ": ok");
        }
        problems.forEach(err()::println);
        return (problems.isEmpty() ? Exit.OK : Exit.USAGE).code();
    }

    /** Of a directory, or of what is shipped. */
    static List<Problem> problems(@Nullable Path jobs) {
        return jobs == null ? JobDefinitions.problems(known()) : JobDefinitions.problems(jobs, known());
    }

    /** What can be run by itself: an initial capitalization is a person's, who has its plan. */
    static List<KnownJob> known() {
        List<KnownJob> known = new ArrayList<>();
        known.add(new KnownJob(StatementImport.JOB, Set.of("inbox"), Set.of("settle")));
        Arrays.stream(SweepJobs.values())
                .map(job ->
                        new KnownJob(job.job(), Set.of(), job == SweepJobs.ORDER_INTENTS ? Set.of("out") : Set.of()))
                .forEach(known::add);
        return known;
    }
}
