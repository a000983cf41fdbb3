package io.alluse.intent;

/** What allocated money is meant to become. */
public enum IntentKind {
    /** Puts to be written, each backed by the price of a hundred shares. */
    CONTRACTS,
    SHARES,
    /** Long calls that expire in more than a year. */
    LEAPS
}
