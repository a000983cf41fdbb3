package io.alluse.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Flat keys and what a text says for each, the places at which groups of keys begin, and what is wrong with its form. */
public record Document(String file, Map<String, Entry> entries, Map<String, Place> groups, List<Problem> problems) {

    private static final String ROOT = "";

    /** Whether there are keys at all; if not, the problems say why. */
    public boolean readable() {
        return groups.containsKey(ROOT);
    }

    public boolean has(String path) {
        return entries.containsKey(path) || groups.containsKey(path);
    }

    /** Of a key that is known to be there. */
    public Entry entry(String path) {
        return Objects.requireNonNull(entries.get(path), path);
    }

    /** The keys below a group, as if it were the whole; only its entries carry problems of their own. */
    public Document below(String group) {
        String prefix = group + ".";
        Map<String, Entry> within = new LinkedHashMap<>();
        entries.forEach((path, entry) -> {
            if (path.startsWith(prefix)) {
                within.put(path.substring(prefix.length()), entry);
            }
        });
        Map<String, Place> groupsWithin = new LinkedHashMap<>();
        groups.forEach((path, place) -> {
            if (path.startsWith(prefix)) {
                groupsWithin.put(path.substring(prefix.length()), place);
            }
        });
        return new Document(file, within, groupsWithin, List.of());
    }

    /** Everything but one group. */
    public Document without(String group) {
        Map<String, Entry> others = new LinkedHashMap<>(entries);
        others.keySet().removeIf(path -> isAtOrBelow(path, group));
        Map<String, Place> otherGroups = new LinkedHashMap<>(groups);
        otherGroups.keySet().removeIf(path -> isAtOrBelow(path, group));
        return new Document(file, others, otherGroups, problems);
    }

    public static boolean isAtOrBelow(String path, String group) {
        return path.equals(group) || path.startsWith(group + ".");
    }

    public static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? ROOT : path.substring(0, dot);
    }
}
