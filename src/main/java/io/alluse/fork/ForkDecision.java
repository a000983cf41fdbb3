package io.alluse.fork;

import io.alluse.money.Money;
import io.alluse.policy.Tier;
import java.util.List;

/** What the terms of its policy say about an account, apart from who may fork today. */
sealed interface ForkDecision {

    /** Its tier does not fork. */
    record Never() implements ForkDecision {}

    record BelowThreshold() implements ForkDecision {}

    /** At its threshold, but something is missing. */
    record Wait(String reason, Money shortBy) implements ForkDecision {}

    /**
     * So much leaves the account.
     *
     * @param opensMain whether the parts are the accounts of a new main account
     */
    record Fork(
            Money netWorth,
            Money threshold,
            Money amount,
            Money baseBefore,
            Money baseAfter,
            Payment payment,
            boolean opensMain,
            List<Part> parts)
            implements ForkDecision {

        public Fork {
            parts = List.copyOf(parts);
        }

        Money baseChange() {
            return baseAfter.minus(baseBefore);
        }

        Money left() {
            return netWorth.minus(amount);
        }
    }

    /** What one new account receives, and how much of that is its buffer. */
    record Part(Tier tier, Money amount, Money buffer) {}
}
