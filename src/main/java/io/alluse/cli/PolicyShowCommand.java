package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.policy.Policy;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a policy says, key by key. */
@Command(
        name = "show",
        description = {
            "Shows a policy with every key, as a policy file.",
            "",
            "Examples:",
            "  alluse policy show standard",
            "  alluse policy show constitution --overlay conservative --overlay growth-focused",
            "  alluse policy show standard > my-policy.yaml",
            ""
        })
final class PolicyShowCommand extends Verb {

    @Parameters(paramLabel = "NAME", description = "the policy")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--overlay",
            paramLabel = "NAME",
            description = "an overlay to put on top; of several the later ones win")
    private List<String> overlays = new ArrayList<>();

    @Override
    public Integer call() {
        Policy policy = book().policy(name, overlays);
        if (options().json()) {
            out().println(Json.object()
                    .put("name", policy.name())
                    .put("version", policy.version())
                    .put("hash", policy.hash())
                    .put("overlays", overlays)
                    .put("values", policy.values()));
        } else if (options().quiet()) {
            out().println(policy.hash());
        } else {
            String suffix = overlays.isEmpty() ? "" : " with " + String.join(", ", overlays);
            out().println("# content " + policy.hash() + suffix);
            out().print(policy.text());
        }
        out().flush();
        return Exit.OK.code();
    }
}
