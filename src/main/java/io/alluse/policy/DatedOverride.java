package io.alluse.policy;

import java.time.LocalDate;
import java.util.Comparator;

/** An override that holds from a date on; of several from the same date the one with the higher sequence wins. */
public record DatedOverride(LocalDate effective, long sequence, PolicyOverride override) {

    /** Later ones win. */
    public static final Comparator<DatedOverride> IN_FORCE_ORDER =
            Comparator.comparing(DatedOverride::effective).thenComparingLong(DatedOverride::sequence);
}
