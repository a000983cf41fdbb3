package io.alluse.consolidation;

import io.alluse.consolidation.Recommendation.State;
import java.time.LocalDate;

/** A recommendation about the account that has not ended, or a rejection that still counts. */
record Standing(long id, State state, LocalDate assessedOn, LocalDate expiresOn) {

    boolean isGoodOn(LocalDate date) {
        return date.isBefore(expiresOn);
    }
}
