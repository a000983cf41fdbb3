package io.alluse.database;

import io.alluse.fault.Fault;

/** Waiting for another process. */
final class Pause {

    private Pause() {}

    static void millis(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.environment("interrupted while waiting for the database", e);
        }
    }
}
