package io.alluse.fork;

import io.alluse.calendar.BusinessDay;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.sweep.Decision;
import io.alluse.sweep.TurnJob.Due;

/** A fork that is due: what it is, its code, its day, and what has been read for it. */
record ForkIntent(Fork fork, String code, BusinessDay date, ForkFacts facts) implements Decision.Intent {

    static ForkIntent of(Due due) {
        return (ForkIntent) due.candidate().intent();
    }

    /** Whether a brokerage account has to be confirmed before it is done. */
    boolean awaits() {
        return !facts.isMapped(fork.opensMain());
    }
}
