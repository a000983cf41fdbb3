package io.alluse.sweep;

import io.alluse.account.AccountState;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.text.Json;
import java.util.List;

/** What a rule has decided for one account; each is one outcome of the run. */
public sealed interface Decision {

    /** One event: what moves, what the base changes by, the arithmetic behind it, and what comes with it. */
    record Post(EventKind kind, Money baseChange, List<Movement> movements, Json detail, Effects effects)
            implements Decision {

        public Post {
            movements = List.copyOf(movements);
        }

        public Post(EventKind kind, Money baseChange, List<Movement> movements, Json detail) {
            this(kind, baseChange, movements, detail, Effects.NONE);
        }
    }

    /** There is nothing to do; the reason is one of few, and accounts are counted by it. */
    record Nothing(String reason) implements Decision {}

    /** It is due, but something is missing; how much, if it is money. */
    record Wait(String reason, Money shortBy) implements Decision {}

    /** A person has to decide. */
    record Review(String reason) implements Decision {}

    /** The rule does not act on accounts in this state. */
    record NotEligible(AccountState state) implements Decision {}

    /** This account cannot be processed; the others are. */
    record SetAside(String reason) implements Decision {}
}
