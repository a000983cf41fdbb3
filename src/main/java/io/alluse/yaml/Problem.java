package io.alluse.yaml;

import java.util.Comparator;
import java.util.List;

/** One thing wrong with a file: where, which key, why, and what was found there (empty if nothing can be shown). */
public record Problem(String file, Place place, String key, String reason, String found) {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparingInt(Problem::line).thenComparing(Problem::key);

    private static final int MOST_SHOWN = 60;

    public static List<Problem> sorted(List<Problem> problems) {
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }

    public int line() {
        return place.line();
    }

    public int column() {
        return place.column();
    }

    /** {@code standard.yaml:12:9: buffer: must be … (found 105)}; what no file says has no place. */
    @Override
    public String toString() {
        String where = line() == 0 ? file : file + ":" + line() + ":" + column();
        String shown = found.length() > MOST_SHOWN ? found.substring(0, MOST_SHOWN) + "…" : found;
        return where + ": " + (key.isEmpty() ? "" : key + ": ") + reason
                + (found.isEmpty() ? "" : " (found " + shown + ")");
    }
}
