package io.alluse.alert;

import java.util.Locale;

/** The life of an alert. */
public enum AlertState {
    /** It stands, and nobody has said anything. */
    OPEN,
    /** It stands, and a person has said that it is known. */
    ACKNOWLEDGED,
    /** It is gone; should it come back, that is another alert. */
    CLEARED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
