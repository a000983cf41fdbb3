package io.alluse.run;

/** A run in the hands of this process: its lock is held until it is closed. */
public final class ActiveRun implements AutoCloseable {

    private final Run run;
    private final int attempt;
    private final RunWatch watch;

    ActiveRun(Run run, int attempt, RunWatch watch) {
        this.run = run;
        this.attempt = attempt;
        this.watch = watch;
    }

    public long id() {
        return run.id();
    }

    public RunKey key() {
        return run.key();
    }

    public int pass() {
        return run.pass();
    }

    /** Also the epoch that fences the parts. */
    public int attempt() {
        return attempt;
    }

    /** Whether an earlier attempt has left something to go on with. */
    public boolean isContinued() {
        return run.population() != null;
    }

    /** Whether another process may take it over. */
    public boolean isLost() {
        return watch.isLost();
    }

    /** Between two chunks; within one the fence is what counts. */
    void mustBeOurs() {
        if (isLost()) {
            throw new OwnershipLost("the connection that shows that this process carries out run " + id() + " is lost");
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
