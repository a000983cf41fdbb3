package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.bench.ChaosReport.Row;
import io.alluse.bench.ChaosStore.Left;
import io.alluse.bench.ChaosStore.Look;
import io.alluse.database.Database;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.RunDigest;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Proof by killing: a sweep in small chunks is disturbed again and again, relaunched until it completes, and what it leaves is compared
 * with what an undisturbed run of the same data leaves.
 */
public final class ChaosBench {

    private static final long LOOK_EVERY_NANOS = 2_000_000;
    private static final int MORE_RUNS = 2;

    private final ScratchServer server;
    private final SweepFixture fixture;
    private final Clock clock;
    private final Options options;
    private final Consumer<String> progress;

    public ChaosBench(ScratchServer server, Path folder, Clock clock, Options options, Consumer<String> progress) {
        this.server = server;
        this.fixture = new SweepFixture(server, folder, clock);
        this.clock = clock;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What is done how often to which sweep.
     *
     * @param kills of each kind, all in one run of the sweep, in places that the seed chooses
     * @param silenceSeconds how long the server lets an owner be silent
     */
    public record Options(
            ChaosScenario scenario,
            long accounts,
            int chunk,
            int kills,
            List<Disturbance> kinds,
            long seed,
            int silenceSeconds) {}

    public ChaosReport run() {
        progress.accept("preparing " + options.accounts() + " accounts");
        try (ScratchDatabase template = options.scenario().template(fixture, options.accounts())) {
            progress.accept("the undisturbed run");
            Left undisturbed = undisturbed(template);
            List<Row> rows = new ArrayList<>();
            for (Disturbance kind : options.kinds()) {
                progress.accept(options.kills() + " times " + kind.words());
                rows.add(disturbedOftenEnough(kind, template, undisturbed));
            }
            return new ChaosReport(options, rows);
        }
    }

    private Left undisturbed(ScratchDatabase template) {
        server.install(template);
        try (ChaosStore store = store()) {
            Carrier program = program();
            mustExit(program, Exit.OK);
            return store.left();
        }
    }

    private ChaosStore store() {
        return new ChaosStore(server, Database.SESSION, options.scenario());
    }

    /** On a busy machine a run may be over before it has been disturbed often enough; then another one is. */
    private Row disturbedOftenEnough(Disturbance kind, ScratchDatabase template, Left undisturbed) {
        Row row = disturbed(kind, options.kills(), template, undisturbed);
        for (int more = 0; more < MORE_RUNS && row.kills() < options.kills(); more++) {
            row = row.plus(disturbed(kind, options.kills() - row.kills(), template, undisturbed));
        }
        return row;
    }

    private Row disturbed(Disturbance kind, int kills, ScratchDatabase template, Left undisturbed) {
        server.install(template);
        try (ChaosStore store = store()) {
            Chaos chaos = new Chaos(kind, kills, store, new Random(options.seed() + kind.ordinal()));
            ChaosWatch watch = ChaosWatch.start(store());
            try (watch) {
                chaos.run();
            }
            Left left = store.left();
            boolean clean = new LedgerVerification(server.administrator())
                    .verify(new LedgerVerification.Scope(null, RunDigest.parse(left.digest())), done -> {})
                    .isClean();
            return ChaosReport.compared(
                    kind, chaos.counted, left, undisturbed, chaos.worstNanos / 1e9, watch.seen(), clean);
        }
    }

    private Carrier program() {
        return SweepProgram.start(
                server.home(),
                List.of(
                        "job",
                        "run",
                        options.scenario().job(),
                        "--date",
                        SweepFixture.EARNED.toString(),
                        "--chunk",
                        Integer.toString(options.chunk()),
                        "--quiet"),
                options.silenceSeconds(),
                SweepProgram.FOR_SHORT);
    }

    private static void mustExit(Carrier carrier, Exit expected) {
        int exit = carrier.exit();
        if (exit != expected.code()) {
            throw new IllegalStateException("exit " + exit + " instead of " + expected.code() + ": " + carrier.said());
        }
    }

    /** One run of the sweep, disturbed until it has been disturbed often enough, relaunched until it is complete. */
    private final class Chaos {

        private final Disturbance kind;
        private final int kills;
        private final ChaosStore store;
        private final Random random;
        private Carrier carrier;
        private int counted;
        private long disturbedAt;
        private long doneThen = Long.MAX_VALUE;
        private long worstNanos;

        Chaos(Disturbance kind, int kills, ChaosStore store, Random random) {
            this.kind = kind;
            this.kills = kills;
            this.store = store;
            this.random = random;
            this.carrier = started();
        }

        private Carrier started() {
            return kind == Disturbance.INTERRUPT ? SweepThread.start(server.home(), clock, options) : program();
        }

        void run() {
            while (true) {
                Look look = awaited(target());
                if (look.isPartial() && carrier.isRunning() && counted < kills) {
                    disturb();
                } else if (!carrier.isRunning()) {
                    int exit = carrier.exit();
                    if (store.look().isComplete()) {
                        return;
                    }
                    progress.accept(kind.option() + ": exit " + exit + ", relaunched at "
                            + store.look().done() + ": " + carrier.said().strip());
                    carrier = started();
                }
            }
        }

        /** Evenly over the population, but never twice in the same place. */
        private long target() {
            if (counted == kills) {
                return Long.MAX_VALUE;
            }
            long step = options.scenario().workload(options.accounts()) / (kills + 1);
            return step * (counted + 1) + random.nextLong(-step / 3, step / 3);
        }

        private Look awaited(long target) {
            while (true) {
                Look look = store.look();
                noteProgress(look);
                if (look.done() >= target || !carrier.isRunning()) {
                    return look;
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }

        private void noteProgress(Look look) {
            if (look.done() > doneThen) {
                worstNanos = Math.max(worstNanos, System.nanoTime() - disturbedAt);
                doneThen = Long.MAX_VALUE;
            }
        }

        /** It counts only where the database shows afterwards that some, but not all of the population was done. */
        private void disturb() {
            long at = System.nanoTime();
            switch (kind) {
                case KILL_PROGRAM -> process().kill();
                case TERMINATE -> process().signal("TERM");
                case TERMINATE_BACKEND -> store.backend().ifPresent(store::terminate);
                case KILL_BACKEND ->
                    store.backend().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
                case KILL_POSTMASTER -> server.kill();
                case INTERRUPT -> ((SweepThread) carrier).interrupt();
                case TWO_PROGRAMS -> besideAnother();
                case FREEZE -> takenOver(process());
            }
            if (kind == Disturbance.KILL_PROGRAM || kind == Disturbance.TERMINATE || kind == Disturbance.INTERRUPT) {
                carrier.exit();
            }
            Look after = store.look();
            if (after.isPartial()) {
                counted++;
                disturbedAt = kind == Disturbance.TWO_PROGRAMS ? System.nanoTime() : at;
                doneThen = after.done();
            }
        }

        /** The owner stands still meanwhile, at a lock of ours: it would be done before many others had been started. */
        private void besideAnother() {
            Session session = Session.of(server.administrator());
            session.transaction(() -> {
                new Ledger(session).lock(0, AccountId.PARTITIONS - 1);
                mustExit(program(), Exit.CONFLICT);
            });
        }

        private SweepProgram process() {
            return (SweepProgram) carrier;
        }

        /** The frozen owner seems to live until the server ends its connection; then another one goes on, and it wakes up. */
        private void takenOver(SweepProgram frozen) {
            frozen.signal("STOP");
            Look then = store.look();
            Carrier next = program();
            while (!hasGoneOn(then, store.look())) {
                if (!next.isRunning()) {
                    mustExit(next, Exit.CONFLICT);
                    next = program();
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            frozen.signal("CONT");
            if (frozen.exit() == Exit.OK.code()) {
                throw new IllegalStateException(
                        "an owner that was taken over says it has done the work: " + frozen.said());
            }
            carrier = next;
        }

        /** What the frozen one had asked the server to commit may still arrive, and is no takeover. */
        private boolean hasGoneOn(Look then, Look now) {
            return now.attempts() > then.attempts() && now.done() > then.done();
        }
    }
}
