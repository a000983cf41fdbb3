package io.alluse.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Flat keys and what a text says for each, the lines on which groups of keys begin, and what is wrong with its form. */
record Document(String file, Map<String, Entry> entries, Map<String, Integer> groups, List<PolicyProblem> problems) {

    private static final String ROOT = "";

    /** Whether there are keys at all; if not, the problems say why. */
    boolean readable() {
        return groups.containsKey(ROOT);
    }

    boolean has(String path) {
        return entries.containsKey(path) || groups.containsKey(path);
    }

    /** Of a key that is known to be there. */
    Entry entry(String path) {
        return Objects.requireNonNull(entries.get(path), path);
    }

    /** The keys below a group, as if it were the whole; only its entries carry problems of their own. */
    Document below(String group) {
        String prefix = group + ".";
        Map<String, Entry> within = new LinkedHashMap<>();
        entries.forEach((path, entry) -> {
            if (path.startsWith(prefix)) {
                within.put(path.substring(prefix.length()), entry);
            }
        });
        Map<String, Integer> groupsWithin = new LinkedHashMap<>();
        groups.forEach((path, line) -> {
            if (path.startsWith(prefix)) {
                groupsWithin.put(path.substring(prefix.length()), line);
            }
        });
        return new Document(file, within, groupsWithin, List.of());
    }

    /** Everything but one group. */
    Document without(String group) {
        Map<String, Entry> others = new LinkedHashMap<>(entries);
        others.keySet().removeIf(path -> isAtOrBelow(path, group));
        Map<String, Integer> otherGroups = new LinkedHashMap<>(groups);
        otherGroups.keySet().removeIf(path -> isAtOrBelow(path, group));
        return new Document(file, others, otherGroups, problems);
    }

    static boolean isAtOrBelow(String path, String group) {
        return path.equals(group) || path.startsWith(group + ".");
    }

    static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? ROOT : path.substring(0, dot);
    }
}
