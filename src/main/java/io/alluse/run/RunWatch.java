package io.alluse.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says twice a second that the owner of a run is alive, passes on a request to stop, and notices when the lock is lost. */
final class RunWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
    private static final long EVERY_MILLIS = 500;
    private static final long LONGEST_WORD_MILLIS = 6_000;

    private final RunLockStore lock;
    private final long runId;
    private final StopSignal stop;
    private final Thread thread;
    private volatile boolean lost;

    private RunWatch(RunLockStore lock, long runId, StopSignal stop) {
        this.lock = lock;
        this.runId = runId;
        this.stop = stop;
        this.thread = Thread.ofPlatform().daemon().name("run-watch").unstarted(this::watch);
    }

    static RunWatch start(RunLockStore lock, long runId, StopSignal stop) {
        RunWatch watch = new RunWatch(lock, runId, stop);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                if (lock.isStopRequested(runId)) {
                    stop.request();
                }
            }
        } catch (InterruptedException e) {
            // The run is over.
            return;
        } catch (OwnershipLost e) {
            lost = true;
            // the failure that it leads to is told by whoever runs into it
            LOG.info("{}", e.getMessage());
        }
    }

    boolean isLost() {
        return lost;
    }

    /** The connection is nobody's but the watch's until it has ended. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_WORD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.close();
    }
}
