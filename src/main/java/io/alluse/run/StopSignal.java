package io.alluse.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request to stop after the chunks at hand. */
public final class StopSignal {

    private final AtomicBoolean requested = new AtomicBoolean();
    private final @Nullable StopSignal outer;

    public StopSignal() {
        this.outer = null;
    }

    /** Of a part of something: requested when that is. */
    public StopSignal(StopSignal outer) {
        this.outer = outer;
    }

    public void request() {
        requested.set(true);
    }

    public boolean isRequested() {
        return requested.get() || (outer != null && outer.isRequested());
    }
}
