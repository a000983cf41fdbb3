package io.alluse.cli;

import io.alluse.run.Owner;
import io.alluse.run.Progress;
import io.alluse.run.Runs;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Shows how far the run of this process is while it is carried out: what any other process would read. */
final class WatchedRun {

    private static final int LOOK_EVERY_MILLIS = 200;

    private final Owner owner;
    private final ProgressLine line;
    private final UnaryOperator<Progress> told;
    private volatile long done;

    WatchedRun(Owner owner, ProgressLine line) {
        this(owner, line, UnaryOperator.identity());
    }

    /** The line may tell it in other units than the run counts in. */
    WatchedRun(Owner owner, ProgressLine line, UnaryOperator<Progress> told) {
        this.owner = owner;
        this.line = line;
        this.told = told;
    }

    /** When it was last looked at. */
    long done() {
        return done;
    }

    <T> T during(Runs runs, Supplier<T> work) {
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("progress").unstarted(task))) {
            var looking = watch.scheduleWithFixedDelay(
                    () -> show(runs), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            try {
                return work.get();
            } finally {
                looking.cancel(false);
                line.end();
            }
        }
    }

    private void show(Runs runs) {
        runs.heldBy(owner).ifPresent(run -> {
            Progress now = runs.progress(run.id());
            done = now.done();
            line.show(told.apply(now), System.nanoTime());
        });
    }
}
