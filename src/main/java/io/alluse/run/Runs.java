package io.alluse.run;

import io.alluse.fault.Fault;
import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.sql.Session;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts, continues and ends runs; each has one owner at a time. */
public final class Runs {

    private final RunStore store;
    private final WorkPartStore parts;
    private final Session session;
    private final DataSource unpooled;
    private final Clock clock;

    public Runs(Session session, DataSource unpooled, Clock clock) {
        this.store = new RunStore(session);
        this.parts = new WorkPartStore(session);
        this.session = session;
        this.unpooled = unpooled;
        this.clock = clock;
    }

    /** Takes the run over, new or left by an owner that is gone; a complete or a running one is a conflict. */
    public ActiveRun begin(RunKey key, @Nullable String inputName, Owner owner) {
        RunLockStore lock = lockOf(key);
        try {
            return session.transaction(() -> started(key, inputName, owner, lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private RunLockStore lockOf(RunKey key) {
        return RunLockStore.tryTake(unpooled, key.lockName()).orElseThrow(() -> running(key));
    }

    /** Under a lock of the job it may be another run of it. */
    private Fault running(RunKey key) {
        Optional<Run> run = store.current(key.job());
        String what = run.filter(found -> !found.key().equals(key))
                .map(found -> " cannot start now: run " + found.id() + " of "
                        + found.key().date())
                .orElse("");
        String who = run.flatMap(found -> store.lastOwner(found.id()))
                .map(Owner::toString)
                .orElse("another process");
        return Fault.conflict(key + what + " is being run by " + who + "; watch it with `alluse job status`");
    }

    private ActiveRun started(RunKey key, @Nullable String inputName, Owner owner, RunLockStore lock) {
        long id = store.find(key)
                .orElseGet(() -> store.insert(key, inputName, clock.instant()))
                .id();
        // Locked by a statement of its own: the next ones see all that a former owner has committed, its parts above
        // all.
        store.lock(id);
        Run run = store.find(id).orElseThrow();
        if (run.outcome().isComplete()) {
            throw Fault.conflict(key + " is already done: run " + run.id() + " ended " + run.outcome() + " at "
                    + run.endedAt() + "; nothing was posted");
        }
        return new ActiveRun(run, store.startAttempt(id, owner, clock.instant()), lock);
    }

    /** The run of this input under whatever date: the complete one if there is one, else the latest. */
    public Optional<Run> withInput(String job, String inputDigest) {
        return store.withInput(job, inputDigest);
    }

    /** What this process has in its hands. */
    public Optional<Run> heldBy(Owner owner) {
        return store.heldBy(owner);
    }

    /** Fixes what the run is about, in the transaction that fixes its parts. */
    public void setPopulation(ActiveRun run, long population, long nothing, long setAside) {
        if (!store.isHeldBy(run.id(), run.attempt())) {
            throw takenOver(run.id(), run.attempt());
        }
        store.setPopulation(run.id(), population, nothing, setAside);
    }

    public void addPart(ActiveRun run, int part, long population) {
        parts.insert(run.id(), run.pass(), part, run.attempt(), population);
    }

    public List<WorkPart> parts(ActiveRun run) {
        return parts.parts(run.id(), run.pass());
    }

    /** First in a chunk: locks the part's row, so that a takeover waits for the chunk, and ends a chunk that comes too late. */
    public void fence(WorkPart part) {
        advance(part);
    }

    /** Commits progress with the caller's chunk; fails where another owner has taken over. */
    public void advance(WorkPart to) {
        if (!parts.advance(to)) {
            throw takenOver(to.runId(), to.epoch());
        }
    }

    private static IllegalStateException takenOver(long run, int attempt) {
        return new IllegalStateException("run " + run + " has been taken over by another process since attempt "
                + attempt + "; this one posts nothing more");
    }

    /** Leaves the run to its new owner where there is one, and ends the attempt alone. */
    public void end(ActiveRun run, Outcome outcome, @Nullable String failure) {
        RunDigest posted = digest(run);
        String digest = outcome.isComplete() && !posted.equals(RunDigest.NONE) ? posted.toString() : null;
        session.transaction(() -> {
            boolean mine = store.isHeldBy(run.id(), run.attempt());
            store.endAttempt(run.id(), run.attempt(), outcome, failure, clock.instant());
            if (mine) {
                store.end(run.id(), outcome, digest, failure, clock.instant());
            }
        });
    }

    public RunDigest digest(ActiveRun run) {
        return parts(run).stream().map(WorkPart::digest).reduce(RunDigest.NONE, RunDigest::plus);
    }

    public Balances totals(ActiveRun run) {
        return parts(run).stream().map(WorkPart::totals).reduce(Balances.ZERO, Balances::plus);
    }

    /** Of the latest pass. */
    public Progress progress(long runId) {
        return parts.progress(runId);
    }

    public Run refreshed(ActiveRun run) {
        return store.find(run.id()).orElseThrow();
    }

    public List<Run> latest(int most) {
        return store.latest(most);
    }

    public Optional<Run> find(long id) {
        return store.find(id);
    }
}
