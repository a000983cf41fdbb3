package io.alluse.funding;

import java.util.Locale;

/** What a person says that money in SUSPENSE was. */
public enum SuspenseAs {
    /** The owner has it: it has left for good. */
    OWNER_WITHDRAWAL,
    /** It came back, or is on its way back. */
    RETURNED,
    /** The tax office has it. */
    TAX_PAYMENT;

    /** {@code owner-withdrawal}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
