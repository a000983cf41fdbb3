package io.alluse.sweep;

import io.alluse.account.AccountState;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.text.Json;
import java.util.List;
import java.util.OptionalInt;

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
    record Wait(String reason, Money shortBy, List<? extends Beside> beside) implements Decision {

        public Wait {
            beside = List.copyOf(beside);
        }

        public Wait(String reason, Money shortBy) {
            this(reason, shortBy, List.of());
        }
    }

    /** A person has to decide. */
    record Review(String reason, List<? extends Beside> beside) implements Decision {

        public Review {
            beside = List.copyOf(beside);
        }

        public Review(String reason) {
            this(reason, List.of());
        }
    }

    /**
     * It is due, together with other accounts: a {@link TurnJob} carries it out when all have been decided.
     *
     * @param most how many may be under way in the whole system; empty is unlimited
     * @param post what becomes of this account
     */
    record Candidate(OptionalInt most, Post post, Intent intent, List<? extends Beside> beside) implements Decision {

        public Candidate {
            beside = List.copyOf(beside);
        }
    }

    /** What the job means to do with a candidate; its own. */
    interface Intent {

        /** What else it will post. */
        default List<Elsewhere> elsewhere() {
            return List.of();
        }
    }

    /** What moves on another account than the candidate. */
    record Elsewhere(String code, Tier tier, String reason, List<Movement> movements) {

        public Elsewhere {
            movements = List.copyOf(movements);
        }
    }

    /** The rule does not act on accounts in this state. */
    record NotEligible(AccountState state) implements Decision {}

    /** This account cannot be processed; the others are. */
    record SetAside(String reason) implements Decision {}
}
