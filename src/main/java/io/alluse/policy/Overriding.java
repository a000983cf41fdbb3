package io.alluse.policy;

import io.alluse.text.Nearest;
import io.alluse.yaml.Document;
import io.alluse.yaml.DocumentParser;
import io.alluse.yaml.Entry;
import io.alluse.yaml.Place;
import io.alluse.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts overrides on top of what a policy says, one after the other. */
final class Overriding {

    static final String FIXED = "belongs to the policy and cannot be overridden";

    private final String origin;
    private final Map<String, Entry> entries;
    private final Map<String, Place> groups;
    private final List<Problem> problems = new ArrayList<>();

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
            problems.add(new Problem(
                    origin, Place.NOWHERE, key, Nearest.unknown("key", key, PolicyKeys.BY_PATH.keySet()), ""));
        } else if (PolicyKeys.isFixed(key)) {
            problems.add(new Problem(origin, Place.NOWHERE, key, FIXED, override.value()));
        } else {
            replace(key, DocumentParser.value(origin, key, override.value()));
        }
    }

    /** Takes away the key, what is below it, and the {@code none} of the group that it is in. */
    private void replace(String key, Document value) {
        problems.addAll(value.problems());
        entries.keySet().removeIf(path -> Document.isAtOrBelow(path, key) || Document.isAtOrBelow(key, path));
        groups.keySet().removeIf(path -> Document.isAtOrBelow(path, key));
        groups.putIfAbsent(Document.parent(key), Place.NOWHERE);
        entries.putAll(value.entries());
        groups.putAll(value.groups());
    }
}
