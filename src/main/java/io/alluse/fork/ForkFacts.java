package io.alluse.fork;

import io.alluse.account.ForkOpening.Place;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.lineage.Lineage.Last;
import io.alluse.lineage.Lineage.Sibling;
import io.alluse.policy.Mapping;
import org.jspecify.annotations.Nullable;

/** What an account at its threshold is decided by besides its head and its policy. */
record ForkFacts(
        @Nullable Last last,
        boolean hasOpenBreak,
        @Nullable Sibling unfinished,
        @Nullable Place place,
        @Nullable Standing standing,
        Known known,
        long inProgress) {

    /** Of an account below its threshold. */
    static final ForkFacts NONE = new ForkFacts(null, false, null, null, null, Known.NOTHING, 0);

    /** As they were when this was its last fork. */
    ForkFacts before(@Nullable Last earlier) {
        return new ForkFacts(earlier, false, null, place, null, known, inProgress);
    }

    int nextNo() {
        return last == null ? 1 : last.no() + 1;
    }

    /** Whether its new accounts are at the same brokerage account, so that nothing moves at the broker. */
    boolean isShared(boolean opensMain) {
        return !opensMain && place != null && place.mapping() == Mapping.PER_MAIN;
    }

    /** Whether there is nothing to wait for. */
    boolean isMapped(boolean opensMain) {
        return isShared(opensMain) && place != null && place.confirmed();
    }
}
