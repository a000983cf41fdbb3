package io.alluse.sweep;

import io.alluse.account.AccountRef;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.policy.PolicyHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an account came to what it came to in a run: what the database keeps of it, and the decision made again. */
public record Explanation(
        AccountRef account, boolean reached, @Nullable Event event, List<KeptOutcome> kept, Again again) {

    public Explanation {
        kept = List.copyOf(kept);
    }

    /** The event by which the run posted to the account. */
    public record Event(int no, EventKind kind, PolicyHash policy, List<Movement> movements, String detail) {

        public Event {
            movements = List.copyOf(movements);
        }
    }

    /** What the rule says of the account as it stood after one of its events; a rule that fails says why. */
    public record Again(int afterEvent, AccountView view, Decision decision, List<String> lines) {

        public Again {
            lines = List.copyOf(lines);
        }
    }

    /** Whether the decision made again is the very one that was posted; where nothing moves, its arithmetic says so. */
    public boolean agrees() {
        return switch (again.decision()) {
            case Decision.Post post -> agrees(post);
            case Decision.Candidate candidate -> agrees(candidate.post());
            case Decision.Nothing _, Decision.Wait _, Decision.Review _, Decision.NotEligible _, Decision.SetAside _ ->
                false;
        };
    }

    private boolean agrees(Decision.Post post) {
        return event != null
                && post.kind() == event.kind()
                && post.movements().equals(event.movements())
                && (!post.movements().isEmpty() || post.detail().toString().equals(event.detail()));
    }
}
