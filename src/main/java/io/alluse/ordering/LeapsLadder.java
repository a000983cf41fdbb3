package io.alluse.ordering;

import io.alluse.policy.LeapsPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spreads LEAPS contracts over the quarters in which they may expire; a quarter is named by its first day. */
final class LeapsLadder {

    private static final long PERCENT = 100;

    private final LeapsPolicy policy;
    private final SortedMap<LocalDate, Long> perQuarter = new TreeMap<>();
    private final Set<LocalDate> listed = new HashSet<>();

    LeapsLadder(LeapsPolicy policy) {
        this.policy = policy;
    }

    /** Evenly over the quarters of one symbol; what does not divide goes to those that have least so far, the nearest first. */
    SortedMap<LocalDate, Long> spread(long contracts, Set<LocalDate> quarters) {
        listed.addAll(quarters);
        long each = contracts / quarters.size();
        long rest = contracts % quarters.size();
        SortedMap<LocalDate, Long> rungs = new TreeMap<>();
        List<LocalDate> emptiestFirst = quarters.stream()
                .sorted(Comparator.comparing((LocalDate quarter) -> perQuarter.getOrDefault(quarter, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (LocalDate quarter : emptiestFirst) {
            long rung = each + (rest-- > 0 ? 1 : 0);
            if (rung > 0) {
                rungs.put(quarter, rung);
                perQuarter.merge(quarter, rung, Long::sum);
            }
        }
        return rungs;
    }

    /** Whether one quarter has more than its cap, which binds where there are contracts and quarters enough to keep it. */
    boolean isOverCap() {
        long all = perQuarter.values().stream().mapToLong(Long::longValue).sum();
        if (all < policy.capFromContracts() || listed.size() < policy.capFromQuarters()) {
            return false;
        }
        long most = Collections.max(perQuarter.values());
        boolean over = isMoreThanCap(most, all);
        boolean canBeKept = !isMoreThanCap(1, listed.size());
        return over && (canBeKept || most > Math.ceilDiv(all, listed.size()));
    }

    private boolean isMoreThanCap(long some, long all) {
        return BigDecimal.valueOf(some * PERCENT)
                        .compareTo(policy.quarterCap().value().multiply(BigDecimal.valueOf(all)))
                > 0;
    }

    /** Takes one contract out of the fullest quarter, from the last symbol that has one there; tells which. */
    String dropOne(Map<String, SortedMap<LocalDate, Long>> rungs) {
        LocalDate fullest = Collections.max(perQuarter.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        String last = rungs.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(fullest))
                .map(Map.Entry::getKey)
                .reduce((_, later) -> later)
                .orElseThrow();
        lessOne(perQuarter, fullest);
        lessOne(rungs.getOrDefault(last, Collections.emptySortedMap()), fullest);
        return last;
    }

    private static void lessOne(Map<LocalDate, Long> counts, LocalDate quarter) {
        counts.computeIfPresent(quarter, (_, count) -> count == 1 ? null : count - 1);
    }
}
