package io.alluse.service;

/** What has become of a date on which a job is due. */
public enum DueState {
    /** Runs when its turn comes. */
    DUE(true),
    RUNNING(true),
    DONE(false),
    /** A person must mend something, then release it. */
    FAILED(true),
    /** A person, or a stop, keeps it from running. */
    HELD(true),
    /** Nobody was there in time, and its definition wants a person to be asked. */
    MISSED(true),
    SKIPPED(false);

    private final boolean open;

    DueState(boolean open) {
        this.open = open;
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
        return open;
    }

    /** Whether only a person can let it go on. */
    public boolean needsPerson() {
        return this == FAILED || this == HELD || this == MISSED;
    }
}
