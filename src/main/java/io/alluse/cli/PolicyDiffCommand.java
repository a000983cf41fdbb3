package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.policy.PolicyDiff;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where two policies differ. */
@Command(
        name = "diff",
        description = {
            "Shows the keys in which two policies differ.",
            "",
            "Examples:",
            "  alluse policy diff standard constitution",
            "  alluse policy diff standard standard --overlay-b aggressive",
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

    @Override
    public Integer call() {
        PolicyDiff diff = PolicyDiff.between(book().policy(nameOfA), book().policy(nameOfB, overlays));
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

    private void print(PolicyDiff diff) {
        String b = overlays.isEmpty() ? nameOfB : nameOfB + " with " + String.join(", ", overlays);
        TextTable table = TextTable.of("KEY", nameOfA, b);
        diff.differences().forEach(one -> table.row(one.key(), one.inA(), one.inB()));
        out().print(table);
        out().flush();
    }

    private static Json json(PolicyDiff.Difference one) {
        return Json.object().put("key", one.key()).put("a", one.inA()).put("b", one.inB());
    }
}
