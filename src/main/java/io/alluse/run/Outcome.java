package io.alluse.run;

import io.alluse.fault.Exit;

/** How a run ended, and what the command that watched it exits with. */
public enum Outcome {
    STARTED(Exit.CONFLICT),
    COMPLETED(Exit.OK),
    COMPLETED_WITH_SET_ASIDES(Exit.SET_ASIDE),
    FAILED(Exit.FAILED),
    STOPPED(Exit.STOPPED),
    BLOCKED(Exit.CONFLICT),
    SKIPPED(Exit.OK);

    private final Exit exit;

    Outcome(Exit exit) {
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }

    public boolean isComplete() {
        return this == COMPLETED || this == COMPLETED_WITH_SET_ASIDES;
    }
}
