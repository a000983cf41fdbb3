package io.alluse.policy;

import java.util.Comparator;
import java.util.List;

/** One thing wrong with a policy: where, which key, why, and what was found there (empty if nothing can be shown). */
public record PolicyProblem(String file, int line, String key, String reason, String found) {

    private static final Comparator<PolicyProblem> BY_PLACE =
            Comparator.comparingInt(PolicyProblem::line).thenComparing(PolicyProblem::key);

    private static final int MOST_SHOWN = 60;

    static List<PolicyProblem> sorted(List<PolicyProblem> problems) {
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** {@code standard.yaml:12: buffer: must be … (found 105)}; what no file says has no line. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        String shown = found.length() > MOST_SHOWN ? found.substring(0, MOST_SHOWN) + "…" : found;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + reason
                + (found.isEmpty() ? "" : " (found " + shown + ")");
    }
}
