package io.alluse.fork;

import io.alluse.account.ForkCodes;
import io.alluse.calendar.BusinessDay;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.ledger.ChainHead;
import io.alluse.policy.Tier;
import io.alluse.sweep.Decision;
import io.alluse.sweep.TurnJob.Due;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;

/** A fork that is due: what it is, its code, its day, what has been read for it, and what it is checked to come to. */
record ForkIntent(ChainHead parent, Fork fork, String code, BusinessDay date, ForkFacts facts, Json validation)
        implements Decision.Intent {

    static ForkIntent of(Due due) {
        return (ForkIntent) due.candidate().intent();
    }

    @Override
    public List<Decision.Elsewhere> elsewhere() {
        List<Decision.Elsewhere> children = new ArrayList<>();
        for (int i = 0; i < fork.parts().size(); i++) {
            Tier tier = fork.parts().get(i).tier();
            children.add(new Decision.Elsewhere(
                    ForkCodes.child(code, tier), tier, "opened by fork " + code, ForkPostings.received(this, i)));
        }
        return children;
    }

    /** Whether a brokerage account has to be confirmed before it is done. */
    boolean awaits() {
        return !facts.isMapped(fork.opensMain());
    }
}
