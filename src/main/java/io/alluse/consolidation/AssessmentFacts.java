package io.alluse.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is assessed by besides its head and its policy.
 *
 * @param relatives in the order of their codes; read only where something triggers
 */
record AssessmentFacts(
        Figures own,
        boolean blocked,
        Family family,
        List<Relative> relatives,
        @Nullable Standing standing) {

    static final AssessmentFacts NONE = new AssessmentFacts(Figures.NONE, false, Family.NONE, List.of(), null);

    AssessmentFacts {
        relatives = List.copyOf(relatives);
    }

    /** Without what was found on a date or later. */
    AssessmentFacts standingBefore(LocalDate date) {
        return standing == null || standing.assessedOn().isBefore(date)
                ? this
                : new AssessmentFacts(own, blocked, family, relatives, null);
    }

    /**
     * The open accounts of a main account.
     *
     * @param forked whether a fork within the main account has opened it: only then may it be given up as a whole
     * @param smallRank by net worth among the forked ones, the smallest being the first
     */
    record Family(int open, boolean forked, int smallRank) {

        static final Family NONE = new Family(0, false, 0);

        /** The smallest go first, as many as there are too many. */
        boolean hasTooMany(int most) {
            return forked && smallRank <= open - most;
        }
    }
}
