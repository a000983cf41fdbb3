package io.alluse.consolidation;

import io.alluse.consolidation.Recommendation.State;
import io.alluse.money.Money;
import io.alluse.policy.Approval;
import io.alluse.policy.PolicyHash;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Beside;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A recommendation that is made; it takes the place of one that has expired. */
record Asked(
        Assessment assessment,
        LocalDate on,
        Money netWorth,
        String inputs,
        PolicyHash policy,
        State state,
        LocalDate expiresOn,
        @Nullable String request)
        implements Beside {

    /** It is good until the next assessment. */
    static Asked of(
            AccountView view, AssessmentFacts facts, Assessment assessment, LocalDate on, @Nullable String request) {
        boolean byPolicy = request == null && view.policy().consolidation().approval() == Approval.POLICY;
        return new Asked(
                assessment,
                on,
                view.head().balances().netWorth(),
                AssessmentText.inputs(view, facts, assessment),
                view.policy().hash(),
                byPolicy ? State.APPROVED : State.OPEN,
                AssessmentDates.next(on),
                request);
    }
}
