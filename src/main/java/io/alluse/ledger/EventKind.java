package io.alluse.ledger;

/** What an event is about. */
public enum EventKind {
    OPENED,
    STATE_CHANGED,
    MAPPED,
    CONFIGURED,
    POSTED,
    TRANSFERRED,
    REVERSED,
    /** The account has paid for new ones. */
    FORKED,
    /** What one account held has moved into another. */
    MERGED,
    /** Tax, reserve and buffer have been brought up to date. */
    SETTLED;

    /** Whether such an event carries out docs/rules.md 5.1 to 5.3. */
    public boolean settles() {
        return switch (this) {
            case SETTLED -> true;
            case OPENED, STATE_CHANGED, MAPPED, CONFIGURED, POSTED, TRANSFERRED, REVERSED, FORKED, MERGED -> false;
        };
    }
}
