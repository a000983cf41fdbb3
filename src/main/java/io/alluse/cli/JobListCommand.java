package io.alluse.cli;

import io.alluse.capitalization.Capitalization;
import io.alluse.fault.Exit;
import io.alluse.statement.StatementImport;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Which jobs there are. */
@Command(
        name = "list",
        description = {"Lists the jobs.", "", "Examples:", "  alluse job list", "  alluse job list --quiet", ""})
final class JobListCommand extends Verb {

    private record Job(String name, String purpose) {}

    private static final List<Job> JOBS = Stream.concat(
                    Stream.of(
                            new Job(
                                    Capitalization.JOB,
                                    "opens the main accounts of a capital plan (docs/rules.md, section 3)"),
                            new Job(
                                    StatementImport.JOB,
                                    "posts what brokers' statements tell (docs/rules.md, sections 4 and 9)")),
                    Arrays.stream(SweepJobs.values()).map(job -> new Job(job.job(), job.purpose())))
            .toList();

    @Override
    public Integer call() {
        if (options().json()) {
            out().println(Json.text(JOBS.stream()
                    .map(job -> Json.object().put("job", job.name()).put("purpose", job.purpose()))
                    .toList()));
        } else if (options().quiet()) {
            JOBS.forEach(job -> out().println(job.name()));
        } else {
            TextTable table = TextTable.of("JOB", "PURPOSE");
            JOBS.forEach(job -> table.row(job.name(), job.purpose()));
            out().print(Terminal.fit(table));
        }
        out().flush();
        return Exit.OK.code();
    }
}
