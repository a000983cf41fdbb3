package io.alluse.bench;

/** Who carries out the sweep that is disturbed. */
interface Carrier {

    boolean isRunning();

    /** Waits for its end and tells its exit code. */
    int exit();

    /** What it has printed, for findings. */
    String said();
}
