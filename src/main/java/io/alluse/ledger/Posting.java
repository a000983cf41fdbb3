package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event to be appended to an account's chain. Rule and ref say which posting this is: the same again with equal content is
 * already posted, with other content it is a conflict. A state is given where the event changes it.
 */
public record Posting(
        ChainHead after,
        String rule,
        String ref,
        BusinessDay date,
        LocalDate effective,
        EventKind kind,
        PolicyHash policy,
        Money baseChange,
        List<Movement> movements,
        List<Announcement> announcements,
        @Nullable AccountState state,
        Json detail) {

    public Posting {
        requirePlain("rule", rule);
        requirePlain("ref", ref);
        movements = List.copyOf(movements);
        announcements = List.copyOf(announcements);
    }

    /** Both are lines of the canonical text: a line break inside would let two contents share a hash. */
    private static void requirePlain(String what, String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must be plain text, was '" + text + "'");
        }
    }

    /** The hash that the event will have. */
    public EventHash hash() {
        return new EventText().hash(this);
    }

    /** The same content elsewhere in a chain. */
    Posting placedAfter(ChainHead other) {
        return new Posting(
                other, rule, ref, date, effective, kind, policy, baseChange, movements, announcements, state, detail);
    }

    public int no() {
        return after.nextNo();
    }
}
