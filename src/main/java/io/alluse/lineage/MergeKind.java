package io.alluse.lineage;

import java.util.Locale;

/** Why accounts moved into another. */
public enum MergeKind {
    /** A fork family that had grown enough. */
    FAMILY,
    CONSOLIDATION;

    /** The stable name used in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MergeKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
