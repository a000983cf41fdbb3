package io.alluse.policy;

import io.alluse.yaml.Key;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where two policies differ, in the order of the keys; their names, versions and descriptions are not compared. */
public record PolicyDiff(List<Difference> differences) {

    /** What stands for a key that one of the two does not have. */
    public static final String ABSENT = "-";

    /** One key with its value in each of the two. */
    public record Difference(String key, String inA, String inB) {}

    public PolicyDiff {
        differences = List.copyOf(differences);
    }

    public static PolicyDiff between(Policy a, Policy b) {
        List<Difference> differences = new ArrayList<>();
        for (String key : keysOfEither(a.values(), b.values())) {
            String inA = a.values().getOrDefault(key, ABSENT);
            String inB = b.values().getOrDefault(key, ABSENT);
            if (!inA.equals(inB)) {
                differences.add(new Difference(key, inA, inB));
            }
        }
        return new PolicyDiff(differences);
    }

    private static List<String> keysOfEither(Map<String, String> a, Map<String, String> b) {
        Set<String> present = new LinkedHashSet<>(a.keySet());
        present.addAll(b.keySet());
        return PolicyKeys.ALL.stream()
                .filter(key -> !PolicyKeys.IDENTITY.contains(key))
                .map(Key::path)
                .filter(present::contains)
                .toList();
    }
}
