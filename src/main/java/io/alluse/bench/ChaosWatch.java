package io.alluse.bench;

import java.util.Optional;

/** Looks again and again, from outside and whatever happens to the server, whether a commit has left half of something. */
public final class ChaosWatch implements AutoCloseable {

    private final ChaosStore store;
    private final Thread thread;
    private volatile boolean closing;
    private volatile Seen seen = new Seen(0, 0);

    /** How often it has looked, and how often something was there in part. */
    public record Seen(long looks, long broken) {}

    private ChaosWatch(ChaosStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().name("watch").unstarted(this::look);
    }

    /** It closes the store with itself. */
    static ChaosWatch start(ChaosStore store) {
        ChaosWatch watch = new ChaosWatch(store);
        watch.thread.start();
        return watch;
    }

    private void look() {
        while (!closing) {
            Optional<Long> parts = store.parts();
            if (parts.isPresent()) {
                seen = new Seen(seen.looks() + 1, seen.broken() + (parts.get() == 0 ? 0 : 1));
            }
        }
    }

    Seen seen() {
        return seen;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
