package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyDiff;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where two policies differ, and what that comes to. */
@Command(
        name = "diff",
        description = {
            "Shows the keys in which two policies differ. With --date: what an account job would post under B instead of",
            "A, every main account taken as if it followed A, then B, with its own overrides on top. Nothing is posted.",
            "",
            "Examples:",
            "  alluse policy diff standard constitution",
            "  alluse policy diff standard standard --overlay-b aggressive",
            "  alluse policy diff standard constitution --date 2026-01-09",
            "  alluse policy diff standard screenplay --date 2026-03-31 --job quarterly-allocation --json",
            ""
        })
final class PolicyDiffCommand extends Verb {

    @Parameters(index = "0", paramLabel = "A", description = "a policy")
    @SuppressWarnings("NullAway.Init")
    private String nameOfA;

    @Parameters(index = "1", paramLabel = "B", description = "another policy, or the same with an overlay")
    @SuppressWarnings("NullAway.Init")
    private String nameOfB;

    @Option(names = "--overlay-b", paramLabel = "NAME", description = "an overlay to put on top of B")
    private List<String> overlays = new ArrayList<>();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "the business date of the job to compare")
    @Nullable
    private String date;

    @Option(names = "--job", paramLabel = "JOB", description = "with --date (default: weekly-reinvestment)")
    @Nullable
    private String job;

    @Override
    public Integer call() {
        Policy a = book().policy(nameOfA);
        Policy b = book().policy(nameOfB, overlays);
        if (date != null) {
            SweepJobs sweep = job == null ? SweepJobs.WEEKLY_REINVESTMENT : SweepJobs.ofResults(job);
            return new PolicyComparisonVerb(this, sweep, dateOrToday(date)).run(a, nameOfA, b, nameOfB());
        }
        if (job != null) {
            throw Fault.usage("--job " + job + " needs --date: what it would post depends on the date");
        }
        return differences(PolicyDiff.between(a, b));
    }

    private int differences(PolicyDiff diff) {
        if (options().json()) {
            out().println(Json.object()
                    .put("a", nameOfA)
                    .put("b", nameOfB)
                    .put("overlays", overlays)
                    .put(
                            "differences",
                            diff.differences().stream()
                                    .map(PolicyDiffCommand::json)
                                    .toList()));
        } else if (diff.differences().isEmpty()) {
            out().println(nameOfA + " and " + nameOfB + " say the same");
        } else {
            print(diff);
        }
        return Exit.OK.code();
    }

    private String nameOfB() {
        return overlays.isEmpty() ? nameOfB : nameOfB + " with " + String.join(", ", overlays);
    }

    private void print(PolicyDiff diff) {
        TextTable table = TextTable.of("KEY", nameOfA, nameOfB());
        diff.differences().forEach(one -> table.row(one.key(), one.inA(), one.inB()));
        out().print(Terminal.fit(table));
        out().flush();
    }

    private static Json json(PolicyDiff.Difference one) {
        return Json.object().put("key", one.key()).put("a", one.inA()).put("b", one.inB());
    }
}
