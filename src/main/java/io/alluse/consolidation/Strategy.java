package io.alluse.consolidation;

import java.util.Locale;

/** Where an account goes. */
public enum Strategy {
    /** All of it into the account that forked it. */
    PARENT,
    /** All of it into another account of its family. */
    SIBLING,
    /** All of it into an account that is opened for it. */
    NEW,
    /** Some of it; the account stays. */
    PARTIAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many accounts there are fewer afterwards. */
    int saved() {
        return switch (this) {
            case PARENT, SIBLING -> 1;
            case NEW, PARTIAL -> 0;
        };
    }
}
