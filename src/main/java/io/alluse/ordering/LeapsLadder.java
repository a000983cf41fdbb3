package io.alluse.ordering;

import io.alluse.policy.LeapsPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spreads LEAPS contracts over the quarters in which they may expire; a quarter is named by its first day. */
final class LeapsLadder {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LeapsPolicy policy;
    private final Map<LocalDate, Long> perQuarter = new HashMap<>();

    LeapsLadder(LeapsPolicy policy) {
        this.policy = policy;
    }

    /** So many of these contracts can be spread without one quarter having more than its cap. */
    long within(long contracts, int quarters) {
        long most = contracts;
        while (binds(most, quarters) && isMoreThanCap(Math.ceilDiv(most, quarters), most)) {
            most--;
        }
        return most;
    }

    /** A cap below the even share cannot be kept: then the even share stands. */
    private boolean binds(long contracts, int quarters) {
        return contracts >= policy.capFromContracts()
                && quarters >= policy.capFromQuarters()
                && !isMoreThanCap(1, quarters);
    }

    private boolean isMoreThanCap(long some, long all) {
        BigDecimal cap = policy.quarterCap().value().multiply(BigDecimal.valueOf(all));
        return HUNDRED.multiply(BigDecimal.valueOf(some)).compareTo(cap) > 0;
    }

    /** Evenly over the quarters of one symbol; what does not divide goes to those that have least so far, the nearest first. */
    SortedMap<LocalDate, Long> spread(long contracts, Set<LocalDate> quarters) {
        long each = contracts / quarters.size();
        long rest = contracts % quarters.size();
        SortedMap<LocalDate, Long> rungs = new TreeMap<>();
        for (LocalDate quarter : emptiestFirst(quarters)) {
            long rung = each + (rest-- > 0 ? 1 : 0);
            if (rung > 0) {
                rungs.put(quarter, rung);
                perQuarter.merge(quarter, rung, Long::sum);
            }
        }
        return rungs;
    }

    private List<LocalDate> emptiestFirst(Set<LocalDate> quarters) {
        return quarters.stream()
                .sorted(Comparator.comparing((LocalDate quarter) -> perQuarter.getOrDefault(quarter, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
