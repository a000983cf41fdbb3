package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.audit.Person;
import io.alluse.audit.Word;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as it is kept.
 *
 * @param target where it goes; none where an account is opened for it and that has not been done
 * @param amount of cash, of a part
 * @param positions of a part, by canonical text
 * @param inputs what the numbers were worked out from, as JSON
 * @param request why a person has asked for it; none where an assessment has found it
 * @param merge the code under which what has moved is kept
 * @param finalWith the business date whose close makes it final
 * @param word what a person made of it; none where its policy approves it, or nobody has decided
 */
public record Recommendation(
        long id,
        AccountId accountId,
        String account,
        @Nullable AccountId targetId,
        @Nullable String target,
        Strategy strategy,
        List<Trigger> triggers,
        @Nullable Money amount,
        List<String> positions,
        Numbers numbers,
        String inputs,
        PolicyHash policy,
        LocalDate assessedOn,
        Person askedBy,
        @Nullable String request,
        State state,
        LocalDate expiresOn,
        @Nullable Word word,
        @Nullable LocalDate executedOn,
        @Nullable String merge,
        @Nullable LocalDate finalWith,
        @Nullable LocalDate reversedOn) {

    public Recommendation {
        triggers = List.copyOf(triggers);
        positions = List.copyOf(positions);
    }

    /** How far a recommendation is. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED,
        EXECUTED,
        REVERSED,
        EXPIRED
    }

    /** What it promises. */
    public record Numbers(
            Money netWorth,
            Money saving,
            Money improvement,
            BigDecimal benefit,
            BigDecimal risk,
            BigDecimal confidence,
            Urgency urgency,
            @Nullable LocalDate actBy) {}
}
