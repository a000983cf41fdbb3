package io.alluse.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop after the chunks at hand. */
public final class StopSignal {

    private final AtomicBoolean requested = new AtomicBoolean();

    public void request() {
        requested.set(true);
    }

    public boolean isRequested() {
        return requested.get();
    }
}
