package io.alluse.statement;

import java.util.Locale;

/** What a statement and the ledger can disagree about. */
public enum BreakKind {
    CASH,
    POSITION;

    /** The word that tables and people use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BreakKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
