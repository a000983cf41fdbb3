package io.alluse.fork;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The decision that stands for an account. */
public record Standing(long id, State state, BigDecimal score, LocalDate expiresOn) {

    /** How a decision is. */
    public enum State {
        /** A person has to decide. */
        OPEN,
        APPROVED,
        REJECTED,
        EXPIRED,
        /** The fork has been carried out. */
        DONE
    }

    /** It is good on the day on which it expires, and no longer. */
    boolean isGoodOn(LocalDate date) {
        return !date.isAfter(expiresOn);
    }
}
