package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Timing;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which job definitions there are. */
@Command(
        name = "list",
        description = {
            "Lists the job definitions, each behind those that it waits for.",
            "",
            "Examples:",
            "  alluse schedule list",
            "  alluse schedule list --jobs my-jobs --json",
            ""
        })
final class ScheduleListCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        List<JobDefinition> jobs = definitions().all();
        new Listing<JobDefinition>(
                        (most, each) -> jobs.stream().limit(most).forEach(each),
                        ScheduleText::json,
                        JobDefinition::name,
                        List.of("NAME", "BUSINESS DATES", "DUE", "MISSED DATES", "AFTER"),
                        job -> new Object[] {
                            job.name(),
                            job.timing().dates().word(),
                            due(job.timing()),
                            job.catchUp().word(),
                            String.join(", ", job.after())
                        },
                        "there are no job definitions")
                .answer(this, limit);
        return Exit.OK.code();
    }

    private static String due(Timing timing) {
        String zone = timing.zone().equals(timing.calendar().zone()) ? "" : " " + timing.zone();
        return timing.cron() + zone + ", " + timing.runs().word();
    }
}
