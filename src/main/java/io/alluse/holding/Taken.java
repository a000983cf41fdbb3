package io.alluse.holding;

import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an activity. */
public sealed interface Taken {

    /**
     * It is in the lots; these movements, none where no money moves, bring it into the ledger.
     *
     * @param baseChange of contributed capital (docs/rules.md 1.7); the base never falls below zero
     * @param note what a person should know, although it was taken
     */
    record Moved(
            List<Movement> movements,
            Money baseChange,
            @Nullable String note) implements Taken {}

    /** Nothing has changed; the reason is for a person. */
    record Refused(String reason) implements Taken {}
}
