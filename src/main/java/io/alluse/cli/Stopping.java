package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.run.Outcome;
import io.alluse.run.StopSignal;
import io.alluse.text.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What makes a command stop the run that it carries out: the first Ctrl-C, or a time that passes. */
final class Stopping implements AutoCloseable {

    private final StopSignal signal;
    private final Verb verb;
    private final @Nullable Thread timer;
    private volatile boolean timedOut;

    private Stopping(Verb verb, @Nullable Duration timeout) {
        this.verb = verb;
        this.signal = verb.hosting().map(host -> new StopSignal(host.stop())).orElseGet(StopSignal::new);
        this.timer = timeout == null
                ? null
                : Thread.ofPlatform().daemon().name("timeout").unstarted(() -> stopAfter(timeout));
    }

    /** From now on; without a timeout only on request. */
    static Stopping of(Verb verb, @Nullable Duration timeout) {
        Stopping stopping = new Stopping(verb, timeout);
        if (verb.hosting().isEmpty()) {
            Signals.onFirst(() -> {
                stopping.signal.request();
                verb.note("stopping after the chunks at hand; once more ends the program at once");
            });
        }
        if (stopping.timer != null) {
            stopping.timer.start();
        }
        return stopping;
    }

    private void stopAfter(Duration timeout) {
        try {
            Thread.sleep(timeout);
        } catch (InterruptedException e) {
            // The run has ended in time.
            return;
        }
        if (!signal.isRequested()) {
            timedOut = true;
            signal.request();
            verb.note("--timeout " + Durations.text(timeout) + " has passed: stopping after the chunks at hand");
        }
    }

    StopSignal signal() {
        return signal;
    }

    /** A run that came to its end after all has not timed out. */
    Exit exit(Outcome outcome) {
        return timedOut && outcome == Outcome.STOPPED ? Exit.TIMED_OUT : outcome.exit();
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.interrupt();
        }
    }
}
