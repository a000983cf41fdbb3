package io.alluse.account;

import java.util.Locale;

/** The life of a brokerage account as docs/rules.md 1.5 has it. */
public enum Brokerage {
    REQUESTED,
    OPENED,
    CONFIRMED,
    RELEASED;

    /** The word that files, tables and people use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Brokerage ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean canBecome(Brokerage next) {
        return switch (this) {
            case REQUESTED -> next == OPENED || next == CONFIRMED || next == RELEASED;
            case OPENED -> next == CONFIRMED || next == RELEASED;
            case CONFIRMED -> next == RELEASED;
            case RELEASED -> false;
        };
    }
}
