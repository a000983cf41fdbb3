package io.alluse.intent;

import io.alluse.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which intents somebody asks for.
 *
 * @param account of this account, or of all accounts of this main account
 * @param date made by the run for this date
 */
public record IntentQuery(
        @Nullable AccountId account,
        @Nullable LocalDate date,
        @Nullable IntentState state) {

    long from() {
        return account == null ? 0 : account.value();
    }

    long to() {
        if (account == null) {
            return Long.MAX_VALUE;
        }
        return account.isMain() ? account.value() + AccountId.MOST_MEMBERS : account.value();
    }
}
