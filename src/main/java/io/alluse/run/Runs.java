package io.alluse.run;

import io.alluse.database.Database;
import io.alluse.fault.Fault;
import io.alluse.ledger.RunDigest;
import io.alluse.run.WorkPart.Span;
import io.alluse.sql.Session;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    public ActiveRun begin(RunKey key, @Nullable String inputName, Owner owner, StopSignal stop) {
        return begin(key, inputName, owner, stop, this::mustBeUnfinished);
    }

    /** The same, and where a run has ended with accounts set aside, its next pass takes exactly those. */
    public ActiveRun beginAgain(RunKey key, Owner owner, StopSignal stop) {
        return begin(key, null, owner, stop, this::withNextPass);
    }

    private ActiveRun begin(
            RunKey key, @Nullable String inputName, Owner owner, StopSignal stop, UnaryOperator<Run> checked) {
        RunLockStore lock = lockOf(key);
        try {
            find(key).ifPresent(this::endConnectionsOfTheDead);
            Started started = session.transaction(() -> started(key, inputName, owner, checked));
            return new ActiveRun(started.run, started.attempt, RunWatch.start(lock, started.run.id(), stop));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private record Started(Run run, int attempt) {}

    /** The lock is ours, so whoever has not ended an attempt is dead, or stands still and must not wake up into it. */
    private void endConnectionsOfTheDead(Run run) {
        List<String> sessions = store.openSessions(run.id()).stream()
                .filter(name -> !name.equals(Database.SESSION))
                .toList();
        if (!sessions.isEmpty()) {
            session.transaction(() -> store.endConnections(sessions));
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

    private Started started(RunKey key, @Nullable String inputName, Owner owner, UnaryOperator<Run> checked) {
        long id = store.find(key)
                .orElseGet(() -> store.insert(key, inputName, clock.instant()))
                .id();
        // Locked by a statement of its own: the next ones see all that a former owner has committed, its parts above
        // all.
        store.lock(id);
        Run run = checked.apply(store.find(id).orElseThrow());
        return new Started(run, store.startAttempt(id, owner, Database.SESSION, clock.instant()));
    }

    private Run mustBeUnfinished(Run run) {
        if (!run.outcome().isComplete()) {
            return run;
        }
        String done = run.key() + " is already done: run " + run.id() + " ended " + run.outcome() + " at "
                + run.endedAt() + "; nothing was posted";
        throw Fault.conflict(
                run.outcome() == Outcome.COMPLETED_WITH_SET_ASIDES
                                && run.key().inputDigest().isEmpty()
                        ? done + "; what it set aside is taken by `alluse job relaunch " + run.id() + "`"
                        : done);
    }

    private Run withNextPass(Run run) {
        if (run.outcome() != Outcome.COMPLETED_WITH_SET_ASIDES) {
            return mustBeUnfinished(run);
        }
        store.nextPass(run.id());
        return store.find(run.id()).orElseThrow();
    }

    /** Asks whoever carries the run out to stop after the chunks at hand. */
    public void requestStop(long runId, String who) {
        store.requestStop(runId, who, clock.instant());
    }

    /** Whether a process holds the lock of this run, or of another one that keeps it from starting. */
    public boolean isOwned(RunKey key) {
        return RunLockStore.isTaken(session, key.lockName());
    }

    /** Who carries this run out just now; nobody, where it says so of itself but its lock is free. */
    public Optional<Owner> owner(Run run) {
        if (run.outcome() != Outcome.STARTED || !isOwned(run.key())) {
            return Optional.empty();
        }
        boolean ownLock = run.key().inputDigest().isEmpty();
        boolean current = ownLock
                || store.current(run.key().job())
                        .filter(found -> found.id() == run.id())
                        .isPresent();
        return current ? store.lastOwner(run.id()) : Optional.empty();
    }

    /** Whether the run says of itself that it is being carried out, but nobody does. */
    public boolean isAbandoned(Run run) {
        boolean unowned = run.outcome() == Outcome.STARTED && owner(run).isEmpty();
        // It may have ended between the two looks.
        return unowned
                && store.find(run.id())
                        .filter(now -> now.outcome() == Outcome.STARTED)
                        .isPresent();
    }

    /** The run, which nobody takes over or ends until the caller's transaction is over. */
    public Optional<Run> locked(long runId) {
        return store.find(runId).flatMap(run -> {
            store.lock(run.id());
            return store.find(run.id());
        });
    }

    public List<Attempt> attempts(long runId) {
        return store.attempts(runId);
    }

    public Optional<Run> find(RunKey key) {
        return store.find(key);
    }

    /** The run of this input under whatever date: the complete one if there is one, else the latest. */
    public Optional<Run> withInput(String job, String inputDigest) {
        return store.withInput(job, inputDigest);
    }

    /** The run with the latest date from this one on that has posted something, complete or not. */
    public Optional<Run> lastPosted(String job, LocalDate from) {
        return store.lastPosted(job, from);
    }

    /** What this process has in its hands. */
    public Optional<Run> heldBy(Owner owner) {
        return store.heldBy(owner);
    }

    /** Fixes what the run is about, in the transaction that fixes its parts. */
    public void setPopulation(ActiveRun run, long population, long nothing, long setAside) {
        mustHold(run);
        store.setPopulation(run.id(), population, nothing, setAside);
    }

    private void mustHold(ActiveRun run) {
        if (!store.isHeldBy(run.id(), run.attempt())) {
            throw takenOver(run.id(), run.attempt());
        }
    }

    /** Of a population that the job numbers itself. */
    public void addPart(ActiveRun run, int part, long population) {
        addPart(run, part, Span.ALL, population);
    }

    /** A part of a former owner would carry an epoch that its worker and that of the new one share. */
    public void addPart(ActiveRun run, int part, Span span, long population) {
        mustHold(run);
        parts.insert(run.id(), run.pass(), part, run.attempt(), span, population, false);
    }

    /** Of candidates that another part of this pass has found. */
    public void addTurns(ActiveRun run, int part, long candidates) {
        mustHold(run);
        parts.insert(run.id(), run.pass(), part, run.attempt(), Span.ALL, candidates, true);
    }

    public List<WorkPart> parts(ActiveRun run) {
        return parts(run.id(), run.pass());
    }

    public List<WorkPart> parts(long runId, int pass) {
        return parts.parts(runId, pass);
    }

    /**
     * First in a chunk: locks the part's row, so that a takeover waits for the chunk; ends a chunk that comes too late, and one that
     * would go on after a chunk that has been taken back unseen.
     */
    public void fence(WorkPart part) {
        long done = parts.fence(part).orElseThrow(() -> takenOver(part.runId(), part.epoch()));
        if (done != part.done()) {
            throw new IllegalStateException("a chunk of run " + part.runId() + " has been taken back: part "
                    + part.part() + " is at " + done + " accounts in the database, not at " + part.done());
        }
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

    /** Whether this attempt is still the last one: after a takeover what became of the run is not for it to say. */
    public boolean isHeld(ActiveRun run) {
        return session.transaction(() -> store.isHeldBy(run.id(), run.attempt()));
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

    /** What the run posted in all its passes. */
    private RunDigest digest(ActiveRun run) {
        return tally(run.id(), run.pass()).digest();
    }

    /** Of all passes up to this one: what a pass sets aside, the next one takes, so only the last one's set-asides count. */
    public Tally tally(long runId, int passes) {
        Tally all = Tally.NONE;
        for (int pass = 1; pass <= passes; pass++) {
            for (WorkPart part : parts.parts(runId, pass)) {
                all = all.plus(part.tally());
                all = pass == 1 || part.inTurn() ? all : all.lessSetAside(part.population());
            }
        }
        return all;
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
