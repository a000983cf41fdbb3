package io.alluse.ledger;

/** What an event is about. */
public enum EventKind {
    OPENED,
    STATE_CHANGED,
    MAPPED,
    CONFIGURED,
    POSTED,
    TRANSFERRED,
    REVERSED
}
