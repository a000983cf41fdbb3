package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What we have posted to an account and the broker has still to do: an amount of cash, or a quantity of an instrument. */
public record OpenAnnouncement(
        AccountId account,
        String code,
        int event,
        int seq,
        Direction direction,
        @Nullable BigDecimal amount,
        @Nullable String instrument,
        @Nullable BigDecimal quantity,
        LocalDate dated) {

    static final Comparator<OpenAnnouncement> OLDEST_FIRST = Comparator.comparing(OpenAnnouncement::dated)
            .thenComparing(OpenAnnouncement::account)
            .thenComparingInt(OpenAnnouncement::event)
            .thenComparingInt(OpenAnnouncement::seq);

    /** {@code what event 1 of A-000042-GEN announced}. */
    String text() {
        return "what event " + event + " of " + code + " announced";
    }

    /** What tells an alert about it from others of its account. */
    String key() {
        return event + "." + seq;
    }

    /** The first event of a chain opens the account: what it announces is the opening capital. */
    boolean isOpeningCapital() {
        return event == 1;
    }

    boolean isCash() {
        return amount != null;
    }

    /** The amount or the quantity as the account sees it: what leaves is negative. */
    BigDecimal signed() {
        BigDecimal number = amount == null ? quantity : amount;
        if (number == null) {
            throw new IllegalStateException(text() + " has neither an amount nor a quantity");
        }
        return switch (direction) {
            case IN -> number;
            case OUT -> number.negate();
        };
    }
}
