package io.alluse.intent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An intent with all that people ask about it.
 *
 * @param filledBy the last line of a statement that filled some of it
 * @param endedNo the account's last event when it had ended
 * @param cause why it was called back, and by whom
 */
public record IntentLine(
        String code,
        KeptIntent intent,
        @Nullable String filledBy,
        @Nullable LocalDate endedOn,
        @Nullable Integer endedNo,
        @Nullable String cause) {

    /** {@code intent 17.2 of A-000042-GEN}. */
    public String name() {
        return "intent " + intent.ref().text() + " of " + code;
    }

    /** {@code filled on 2026-01-15 by 3f1c09ab5e7d2c44:12}. */
    public String end() {
        return switch (intent.state()) {
            case OPEN -> "open";
            case FILLED -> "filled by " + filledBy;
            case EXPIRED -> "expired on " + endedOn + " by event " + endedNo;
            case CANCELLED -> "cancelled on " + endedOn + " " + cause;
        };
    }
}
