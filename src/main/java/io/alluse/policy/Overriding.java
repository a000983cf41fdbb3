package io.alluse.policy;

import io.alluse.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts overrides on top of what a policy says, one after the other. */
final class Overriding {

    static final String FIXED = "belongs to the policy and cannot be overridden";

    private final String origin;
    private final Map<String, Entry> entries;
    private final Map<String, Integer> groups;
    private final List<PolicyProblem> problems = new ArrayList<>();

    private Overriding(String origin, Document base) {
        this.origin = origin;
        this.entries = new LinkedHashMap<>(base.entries());
        this.groups = new LinkedHashMap<>(base.groups());
    }

    static Document apply(String origin, Document base, List<PolicyOverride> overrides) {
        Overriding overriding = new Overriding(origin, base);
        overrides.forEach(overriding::apply);
        return new Document(origin, overriding.entries, overriding.groups, overriding.problems);
    }

    private void apply(PolicyOverride override) {
        String key = override.key();
        if (!PolicyKeys.BY_PATH.containsKey(key)) {
            problems.add(
                    new PolicyProblem(origin, 0, key, Nearest.unknown("key", key, PolicyKeys.BY_PATH.keySet()), ""));
        } else if (PolicyKeys.isFixed(key)) {
            problems.add(new PolicyProblem(origin, 0, key, FIXED, override.value()));
        } else {
            replace(key, DocumentParser.value(origin, key, override.value()));
        }
    }

    /** Takes away the key, what is below it, and the {@code none} of the group that it is in. */
    private void replace(String key, Document value) {
        problems.addAll(value.problems());
        entries.keySet().removeIf(path -> Document.isAtOrBelow(path, key) || Document.isAtOrBelow(key, path));
        groups.keySet().removeIf(path -> Document.isAtOrBelow(path, key));
        groups.putIfAbsent(Document.parent(key), 0);
        entries.putAll(value.entries());
        groups.putAll(value.groups());
    }
}
