package io.alluse.ledger;

import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money that leaves one ledger account for another: credits {@code from}, debits {@code to}, so it always balances. */
public record Movement(
        LedgerAccount from,
        LedgerAccount to,
        Money amount,
        LocalDate effective,
        @Nullable String transfer,
        @Nullable String line) {

    public Movement {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a movement is positive, was " + amount + " from " + from + " to " + to);
        }
        if (from == to) {
            throw new IllegalArgumentException("a movement has two ends, was from " + from + " to itself");
        }
        if ((from == LedgerAccount.TRANSFERS || to == LedgerAccount.TRANSFERS) != (transfer != null)) {
            throw new IllegalArgumentException("TRANSFERS moves with a transfer id and nothing else does: " + from
                    + " to " + to + ", transfer " + transfer);
        }
        requirePlain("the transfer", transfer);
        requirePlain("the line", line);
    }

    /** Both are parts of a line of the canonical text: two movements must not be able to look like one. */
    private static void requirePlain(String what, @Nullable String text) {
        if (text != null && !isPlain(text)) {
            throw new IllegalArgumentException(
                    what + " of a movement must be plain text without '|', was '" + text + "'");
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '|' || Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    public static Movement of(LedgerAccount from, LedgerAccount to, Money amount, LocalDate effective) {
        return new Movement(from, to, amount, effective, null, null);
    }
}
