package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.policy.Overlay;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyOverride;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Which policies and overlays there are. */
@Command(
        name = "list",
        description = {
            "Lists the policies and the overlays that fit on top of them.",
            "",
            "Examples:",
            "  alluse policy list",
            "  alluse policy list --jobs my-jobs --json",
            ""
        })
final class PolicyListCommand extends Verb {

    @Override
    public Integer call() {
        List<Policy> policies = book().names().stream().map(book()::policy).toList();
        List<Overlay> overlays =
                book().overlayNames().stream().map(book()::overlay).toList();
        if (options().json()) {
            out().println(json(policies, overlays));
        } else if (options().quiet()) {
            policies.forEach(policy -> out().println(policy.name()));
        } else {
            print(policies, overlays);
        }
        return Exit.OK.code();
    }

    private void print(List<Policy> policies, List<Overlay> overlays) {
        TextTable policyTable = TextTable.of("POLICY", ">VERSION", "CONTENT", "DESCRIPTION");
        policies.forEach(policy ->
                policyTable.row(policy.name(), policy.version(), policy.hash().brief(), policy.description()));
        TextTable overlayTable = TextTable.of("OVERLAY", ">VERSION", "DESCRIPTION");
        overlays.forEach(overlay -> overlayTable.row(overlay.name(), overlay.version(), overlay.description()));
        out().print(Terminal.fit(policyTable));
        if (!overlayTable.isEmpty()) {
            out().println();
            out().print(Terminal.fit(overlayTable));
        }
        out().flush();
    }

    private static Json json(List<Policy> policies, List<Overlay> overlays) {
        return Json.object()
                .put("policies", policies.stream().map(PolicyListCommand::json).toList())
                .put("overlays", overlays.stream().map(PolicyListCommand::json).toList());
    }

    private static Json json(Policy policy) {
        return Json.object()
                .put("name", policy.name())
                .put("version", policy.version())
                .put("hash", policy.hash())
                .put("description", policy.description());
    }

    private static Json json(Overlay overlay) {
        Map<String, String> set = new LinkedHashMap<>();
        for (PolicyOverride override : overlay.overrides()) {
            set.put(override.key(), override.value());
        }
        return Json.object()
                .put("name", overlay.name())
                .put("version", overlay.version())
                .put("description", overlay.description())
                .put("set", set);
    }
}
