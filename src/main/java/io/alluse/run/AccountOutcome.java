package io.alluse.run;

import java.util.Locale;

/** What became of one account in a run; every account of the population has exactly one. */
public enum AccountOutcome {
    POSTED,
    NOTHING,
    WAITING,
    REVIEW,
    NOT_ELIGIBLE,
    SET_ASIDE;

    private final String column = name().toLowerCase(Locale.ROOT);
    private final String words = column.replace('_', ' ');

    /** The column of {@code work_partition} that counts it. */
    String column() {
        return column;
    }

    /** {@code not eligible}. */
    public String words() {
        return words;
    }
}
