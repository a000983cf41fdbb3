package io.alluse.run;

import java.util.Optional;
import javax.sql.DataSource;

/** What one process at a time may do, wherever it runs; free again when that process is done, or gone. */
public final class Turn implements AutoCloseable {

    /** Nobody asks a turn to stop. */
    private static final long NO_RUN = 0;

    private final RunWatch watch;

    private Turn(RunWatch watch) {
        this.watch = watch;
    }

    /** Empty where another process has it. */
    public static Optional<Turn> tryTake(DataSource unpooled, String name) {
        return RunLockStore.tryTake(unpooled, "turn " + name)
                .map(lock -> new Turn(RunWatch.start(lock, NO_RUN, new StopSignal())));
    }

    /** The server went away, or has not heard of this process for too long: another one may have the turn now. */
    public boolean isLost() {
        return watch.isLost();
    }

    @Override
    public void close() {
        watch.close();
    }
}
