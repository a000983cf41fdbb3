package io.alluse.alert;

import java.util.Arrays;
import java.util.Locale;

/** What alerts can be about. */
public enum AlertKind {
    /** The accounts of a main account stand too far from its split. */
    DRIFT,
    /** Cash is negative and nothing is left to cover it. */
    MARGIN_DEBIT,
    /** Money has left an account that allows no withdrawals. */
    SUSPENSE,
    /** What was announced has not been seen at the broker in time. */
    ANNOUNCEMENT_OVERDUE,
    /** A written option has expired, and no statement says how it ended. */
    OPTION_EXPIRED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** {@code margin-debit}. */
    public String word() {
        return word;
    }

    static AlertKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of alert is called " + word));
    }
}
