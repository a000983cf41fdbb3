package io.alluse.bench;

import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.PartWorkers;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.Sweep.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The sweep in this process, since threads can be interrupted from within only. */
final class SweepThread implements Carrier {

    private final Thread thread;
    private volatile String said = "";
    private volatile int exit;

    private SweepThread(Path home, Clock clock, ChaosBench.Options chaos) {
        this.thread = Thread.ofPlatform().name("sweep").unstarted(() -> carryOut(home, clock, chaos));
    }

    static SweepThread start(Path home, Clock clock, ChaosBench.Options chaos) {
        SweepThread started = new SweepThread(home, clock, chaos);
        started.thread.start();
        return started;
    }

    private void carryOut(Path home, Clock clock, ChaosBench.Options chaos) {
        try (Database database = Database.open(DatabaseSettings.of(home, DatabaseSettings.EMBEDDED, Map.of()));
                JobContext context = JobContext.start(database, 1)) {
            PolicyBook book = PolicyBook.shipped();
            Sweep<?> sweep = new Sweep<>(
                    chaos.scenario().making(clock).of(context, book),
                    context.session(),
                    context.batch(),
                    new Runs(context.session(), database.program(), clock),
                    book);
            exit = sweep.run(new Order(
                            SweepFixture.EARNED,
                            false,
                            1,
                            chaos.chunk(),
                            Sweep.ONE_PART_BELOW,
                            SweepFixture.owner(),
                            new StopSignal()))
                    .run()
                    .outcome()
                    .exit()
                    .code();
        } catch (RuntimeException e) {
            said = Fault.reason(e);
            exit = 1;
        }
    }

    void interrupt() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(worker -> worker.getName().startsWith(PartWorkers.THREAD))
                .forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public int exit() {
        try {
            thread.join();
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String said() {
        return said;
    }
}
