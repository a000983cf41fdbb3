package io.alluse.bench;

import java.util.Locale;

/** What becomes of a mutant, if all is well. */
enum MutantOutcome {
    READ,
    READ_WITH_REJECTED_LINES,
    POSTED,
    POSTED_IN_PART,
    REFUSED_FOR_REJECTED_LINES,
    NO_STATEMENT,
    IMPORTED_BEFORE;

    /** {@code posted in part}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
