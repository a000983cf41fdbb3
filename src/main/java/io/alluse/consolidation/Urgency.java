package io.alluse.consolidation;

import java.util.Locale;

/** How soon a recommendation is to be looked at. */
public enum Urgency {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
