package io.alluse.fork;

import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sweep.Beside;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A decision that was scored in a sweep; it takes the place of one that has expired. */
record Asked(
        LocalDate on,
        Money amount,
        Score score,
        PolicyHash policy,
        LocalDate expiresOn,
        @Nullable Long expired) implements Beside {

    Standing.State state() {
        return switch (score.verdict()) {
            case EXECUTE, APPROVE -> Standing.State.APPROVED;
            case REVIEW -> Standing.State.OPEN;
        };
    }
}
