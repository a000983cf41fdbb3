package io.alluse.intent;

/** How far an intent has come. */
public enum IntentState {
    OPEN,
    /** All of it; of LEAPS without a quantity, as much as the budget buys. */
    FILLED,
    /** Its days had passed before all of it was filled. */
    EXPIRED,
    /** A person, or a fork, has called it back. */
    CANCELLED;

    /** How people write it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
