package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What we have posted to an account and the broker has still to do: an amount of cash, or a quantity of an instrument. */
record OpenAnnouncement(
        AccountId account,
        String code,
        int event,
        int seq,
        Direction direction,
        @Nullable BigDecimal amount,
        @Nullable String instrument,
        @Nullable BigDecimal quantity,
        LocalDate dated) {

    /** {@code what event 1 of A-000042-GEN announced}. */
    String text() {
        return "what event " + event + " of " + code + " announced";
    }
}
