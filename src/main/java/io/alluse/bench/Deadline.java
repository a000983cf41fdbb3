package io.alluse.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that must end in time, in a thread of its own, so that what hangs is found and does not hang us. */
final class Deadline implements AutoCloseable {

    private final Duration longest;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("deadline").factory());

    Deadline(Duration longest) {
        this.longest = longest;
    }

    <T> T met(Callable<T> work) throws TimeoutException {
        Future<T> result = thread.submit(work);
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does not wait for what hangs. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    @Override
    public String toString() {
        return longest.toSeconds() + " s";
    }
}
