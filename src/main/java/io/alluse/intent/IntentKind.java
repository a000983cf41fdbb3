package io.alluse.intent;

/** What allocated money is meant to become. */
public enum IntentKind {
    /** Puts to be written, each backed by the price of a hundred shares. */
    CONTRACTS,
    SHARES,
    /** Long calls that expire in more than a year. */
    LEAPS,
    /** What is held, to be sold before a merge (docs/rules.md 7.2). */
    SALE,
    /** What has been sold, to be bought back before a merge. */
    BUY_BACK;

    /** Whether it ends a position: such an order spends no budget, and names the instrument itself. */
    public boolean closes() {
        return this == SALE || this == BUY_BACK;
    }
}
