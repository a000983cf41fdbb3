package io.alluse.statement;

import java.util.Locale;

/** The life of a break. */
public enum BreakState {
    /** Nobody has said anything: no fork and no merge of the accounts it is about. */
    OPEN,
    /** It is still there, and a person has said why. */
    EXPLAINED,
    /** A person has said that it is done with; if a later statement shows it again, that is another break. */
    RESOLVED,
    /** A later statement does not show it, or shows another one in its place. */
    GONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BreakState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the difference is still counted on to be there. */
    boolean isStanding() {
        return switch (this) {
            case OPEN, EXPLAINED -> true;
            case RESOLVED, GONE -> false;
        };
    }
}
