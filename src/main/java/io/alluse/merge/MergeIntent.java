package io.alluse.merge;

import io.alluse.calendar.BusinessDay;
import io.alluse.merge.MergeDecision.Due;
import io.alluse.sweep.Decision;
import io.alluse.sweep.TurnJob;

/** A family that is due, and what is to be done with it today. */
record MergeIntent(FamilyFacts family, Due due, BusinessDay date, boolean sells) implements Decision.Intent {

    static MergeIntent of(TurnJob.Due candidate) {
        return (MergeIntent) candidate.candidate().intent();
    }
}
