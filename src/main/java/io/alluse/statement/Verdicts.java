package io.alluse.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Verdicts as they come, those on neighbouring lines for one reason made one. */
final class Verdicts {

    private final List<Verdict> all = new ArrayList<>();

    void add(Verdict verdict) {
        if (!all.isEmpty() && all.getLast().isFollowedBy(verdict)) {
            all.set(all.size() - 1, all.getLast().and(verdict));
        } else {
            all.add(verdict);
        }
    }

    int size() {
        return all.size();
    }

    /** In the order of the file. */
    static List<Verdict> merged(List<Verdict> some) {
        Verdicts merged = new Verdicts();
        some.stream().sorted(Comparator.comparingLong(Verdict::line)).forEach(merged::add);
        return merged.all;
    }

    List<Verdict> taken() {
        List<Verdict> taken = List.copyOf(all);
        all.clear();
        return taken;
    }
}
