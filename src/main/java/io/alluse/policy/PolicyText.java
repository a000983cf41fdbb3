package io.alluse.policy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The two ways a policy is written: the one that hashes cover, and the one that people and the reader read. */
final class PolicyText {

    private static final String INDENT = "  ";

    private PolicyText() {}

    /** One line per key, sorted, without the description: prose changes nothing. */
    static String canonical(Map<String, String> values) {
        Map<String, String> sorted = new TreeMap<>(values);
        sorted.remove(PolicyKeys.DESCRIPTION.path());
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static String yaml(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        String[] before = {};
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String[] path = entry.getKey().split("\\.");
            int last = path.length - 1;
            int common = common(before, path);
            for (int depth = common; depth < last; depth++) {
                line(out, depth, path[depth] + ":");
            }
            line(out, last, path[last] + ": " + entry.getValue());
            before = path;
        }
        return out.toString();
    }

    private static int common(String[] before, String[] path) {
        int depth = 0;
        while (depth < before.length && depth < path.length - 1 && before[depth].equals(path[depth])) {
            depth++;
        }
        return depth;
    }

    private static void line(StringBuilder out, int depth, String text) {
        out.append(INDENT.repeat(depth)).append(text).append('\n');
    }
}
