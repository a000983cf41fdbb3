package io.alluse.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a file have been imported before. Equal lines of one file are fills of their own; of n equal ones in the file and m
 * that are kept from earlier files, m are duplicates: per meaning the larger count stands (docs/rules.md 9.4).
 */
final class DuplicateRule {

    private DuplicateRule() {}

    /** What is kept of one brokerage account: how many lines of which meaning on which day. */
    record Kept(LocalDate day, String meaning) {}

    record Told(List<StagedLine> fresh, List<StagedLine> duplicates) {}

    static Told tell(List<StagedLine> lines, Map<Kept, Integer> kept) {
        if (kept.isEmpty()) {
            return new Told(lines, List.of());
        }
        Map<Kept, Integer> left = new HashMap<>(kept);
        List<StagedLine> fresh = new ArrayList<>();
        List<StagedLine> duplicates = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparingLong(StagedLine::line).thenComparingInt(StagedLine::leg))
                .forEach(line -> (isKept(line, left) ? duplicates : fresh).add(line));
        return new Told(fresh, duplicates);
    }

    private static boolean isKept(StagedLine line, Map<Kept, Integer> left) {
        Kept key = new Kept(line.activity().effective(), Meaning.of(line.activity()));
        return left.merge(key, -1, Integer::sum) >= 0;
    }
}
