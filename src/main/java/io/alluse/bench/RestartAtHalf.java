package io.alluse.bench;

import io.alluse.bench.ChaosStore.Look;
import io.alluse.database.Database;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.sweep.Sweep;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a kill -9 half way costs, as people see it: programs of their own, from the first command to the end of the last one. */
final class RestartAtHalf {

    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final int SILENCE_SECONDS = 15;
    private static final long FEWEST_CHUNKS = 20;

    private final ScratchServer server;
    private final long chunk;

    /** In chunks of the usual size, where that leaves enough of them to come half way. */
    RestartAtHalf(ScratchServer server, long accounts) {
        this.server = server;
        this.chunk = Math.clamp(accounts / FEWEST_CHUNKS, 1, Sweep.CHUNK);
    }

    /** Seconds of one that nobody disturbs, of one that is killed and started again, and of a program that finds nothing to do. */
    record Measured(double undisturbed, double killed, double start) {

        double ratio() {
            return (killed - start) / undisturbed;
        }
    }

    Measured measure(ScratchDatabase template) {
        server.install(template);
        double undisturbed = seconds(() -> mustExit(program(), Exit.OK));
        double start = seconds(() -> mustExit(program(), Exit.CONFLICT));
        server.install(template);
        double killed = seconds(() -> {
            killAtHalf();
            mustExit(program(), Exit.OK);
        });
        return new Measured(undisturbed, killed, start);
    }

    private void killAtHalf() {
        SweepProgram program = program();
        try (ChaosStore store = new ChaosStore(server, Database.SESSION, ChaosScenario.TAX_AND_BUFFER)) {
            Look look = store.look();
            while (program.isRunning() && (look.population() == 0 || look.done() * 2 < look.population())) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                look = store.look();
            }
            program.kill();
            program.exit();
        }
    }

    private SweepProgram program() {
        return SweepProgram.start(
                server.home(),
                List.of(
                        "job",
                        "run",
                        "tax-and-buffer",
                        "--date",
                        SweepFixture.EARNED.toString(),
                        "--chunk",
                        Long.toString(chunk),
                        "--quiet"),
                SILENCE_SECONDS,
                SweepProgram.FOR_LONG);
    }

    private static void mustExit(Carrier carrier, Exit expected) {
        int exit = carrier.exit();
        if (exit != expected.code()) {
            throw new IllegalStateException("exit " + exit + ": " + carrier.said());
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
