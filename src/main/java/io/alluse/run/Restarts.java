package io.alluse.run;

import io.alluse.sql.Infrastructure;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Starts a run again after failures that pass by themselves: a connection or a server that went away, a transaction taken back, a full
 * disk. The pauses grow, and there are only so many in a row without anything done between them.
 */
public final class Restarts {

    private static final Pauses USUAL = new Pauses(6, Duration.ofMillis(500), Duration.ofSeconds(15));
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final StopSignal stop;
    private final Consumer<String> notes;
    private final Pauses pauses;
    private final LongSupplier done;

    /** How much has been done is asked after each failure. */
    public Restarts(StopSignal stop, Consumer<String> notes, LongSupplier done) {
        this(stop, notes, USUAL, done);
    }

    public Restarts(StopSignal stop, Consumer<String> notes, Pauses pauses, LongSupplier done) {
        this.stop = stop;
        this.notes = notes;
        this.pauses = pauses;
        this.done = done;
    }

    /** So many, each twice as long as the one before. */
    public record Pauses(int most, Duration first, Duration longest) {

        Duration after(Duration pause) {
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(longest) > 0 ? longest : twice;
        }
    }

    /** What one attempt came to; whether another one is worth its while, and why it failed. */
    public record Attempted<R>(R result, boolean passing, String failure) {}

    public <R> R carriedOut(Supplier<Attempted<R>> attempt) {
        Duration pause = pauses.first();
        long before = done.getAsLong();
        for (int restarts = 0; ; restarts++) {
            String failure;
            try {
                Attempted<R> attempted = attempt.get();
                if (!attempted.passing() || restarts == pauses.most() || stop.isRequested()) {
                    return attempted.result();
                }
                failure = attempted.failure();
            } catch (RuntimeException e) {
                if (!Infrastructure.isPassing(e) || restarts == pauses.most() || stop.isRequested()) {
                    throw e;
                }
                failure = Infrastructure.wordsOf(e);
            }
            if (done.getAsLong() > before) {
                before = done.getAsLong();
                restarts = 0;
                pause = pauses.first();
            }
            notes.accept("attempt " + (restarts + 1) + " of " + (pauses.most() + 1) + " failed: " + failure
                    + "; going on where it was in " + pause.toMillis() + " ms");
            waitFor(pause);
            pause = pauses.after(pause);
        }
    }

    /** Who wants to stop does not wait. */
    private void waitFor(Duration pause) {
        try {
            for (long left = pause.toMillis(); left > 0 && !stop.isRequested(); left -= LOOK_EVERY.toMillis()) {
                Thread.sleep(Math.min(left, LOOK_EVERY.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.request();
        }
    }
}
