package io.alluse.run;

import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many accounts came to which outcome and why, the money that moved, and the digest of what was posted. */
public record Tally(
        Map<AccountOutcome, Long> counts, SortedMap<String, Long> reasons, Balances moved, RunDigest digest) {

    public static final Tally NONE = new Tally(Map.of(), Collections.emptySortedMap(), Balances.ZERO, RunDigest.NONE);

    public Tally {
        counts = Map.copyOf(counts);
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    public static Tally ofPosted(long posted, Balances moved, RunDigest digest) {
        return new Tally(Map.of(AccountOutcome.POSTED, posted), NONE.reasons, moved, digest);
    }

    /** Without these set-asides, which have been taken again. */
    Tally lessSetAside(long count) {
        return plus(new Tally(Map.of(AccountOutcome.SET_ASIDE, -count), NONE.reasons, Balances.ZERO, RunDigest.NONE));
    }

    public long of(AccountOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Tally plus(Tally other) {
        Map<AccountOutcome, Long> all = new EnumMap<>(AccountOutcome.class);
        all.putAll(counts);
        other.counts.forEach((outcome, count) -> all.merge(outcome, count, Long::sum));
        TreeMap<String, Long> together = new TreeMap<>(reasons);
        other.reasons.forEach((reason, count) -> together.merge(reason, count, Long::sum));
        return new Tally(all, together, moved.plus(other.moved), digest.plus(other.digest));
    }

    /** Counts one chunk; not for several threads. */
    public static final class Counter {

        private final Map<AccountOutcome, Long> counts = new EnumMap<>(AccountOutcome.class);
        private final SortedMap<String, Long> reasons = new TreeMap<>();

        public void count(AccountOutcome outcome) {
            counts.merge(outcome, 1L, Long::sum);
        }

        /** With the reason, for outcomes that are counted per reason: those many accounts share. */
        public void count(AccountOutcome outcome, String reason) {
            count(outcome);
            reasons.merge(outcome.words() + ": " + reason, 1L, Long::sum);
        }

        public Tally with(Balances moved, RunDigest digest) {
            return new Tally(counts, reasons, moved, digest);
        }
    }
}
