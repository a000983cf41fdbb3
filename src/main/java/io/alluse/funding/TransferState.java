package io.alluse.funding;

import java.util.Locale;

/** What became of a transfer. */
public enum TransferState {
    /** A run proposes it. */
    PROPOSED,
    /** The next run did not propose it any more. */
    SUPERSEDED,
    /** A person does not want it. */
    DECLINED,
    /** It is in the ledger. */
    EXECUTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TransferState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
