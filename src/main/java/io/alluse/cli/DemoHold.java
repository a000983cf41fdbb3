package io.alluse.cli;

import io.alluse.ledger.Ledger;
import io.alluse.sql.Session;
import java.util.concurrent.CountDownLatch;

/** Holds the posting lock of a table partition until it is told to end. Who waits for such a lock gets it in turn. */
final class DemoHold {

    private static final int REST_MILLIS = 50;

    private final Session session;
    private final int partition;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private DemoHold(Session session, int partition) {
        this.session = session;
        this.partition = partition;
        Thread.ofVirtual().start(this::hold);
    }

    static DemoHold of(Session session, int partition) {
        DemoHold hold = new DemoHold(session, partition);
        await(hold.held);
        return hold;
    }

    private void hold() {
        session.transaction(() -> {
            new Ledger(session).lock(partition);
            held.countDown();
            await(end);
        });
    }

    /** Lets those who wait for it by now have it, and takes it again after them. */
    DemoHold handedOver() {
        DemoHold next = new DemoHold(session, partition);
        rest();
        end();
        await(next.held);
        return next;
    }

    void end() {
        end.countDown();
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
