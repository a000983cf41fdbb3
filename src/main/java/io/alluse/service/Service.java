package io.alluse.service;

import io.alluse.run.StopSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A dispatcher that is woken: by Quartz, and by a pulse of its own where Quartz leaves it to sleep too long. */
public final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long LOOK_EVERY_MILLIS = 200;

    /** Quartz compares the clocks of its nodes: where they are apart it may leave all of them to sleep. */
    private static final int WAKES_MISSED = 3;

    private final Dispatcher dispatcher;
    private final InstantSource clock;
    private final StopSignal stop;
    private final Duration every;
    private final ReentrantLock awake = new ReentrantLock();
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();
    private volatile long lastAwake = System.nanoTime();

    public Service(Dispatcher dispatcher, InstantSource clock, Duration every, StopSignal stop) {
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.every = every;
        this.stop = stop;
    }

    /**
     * Until it is stopped; throws what it cannot go on from, such as a database that went away.
     *
     * @param meanwhile done now and then, also while a run takes long
     */
    public void run(DataSource connections, Runnable meanwhile) {
        long lastMeanwhile = System.nanoTime() - every.toNanos();
        try (Wake _ = Wake.start(connections, every, this::wake)) {
            while (!stop.isRequested() && broken.get() == null) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                if (System.nanoTime() - lastAwake > WAKES_MISSED * every.toNanos()) {
                    pulse();
                }
                if (System.nanoTime() - lastMeanwhile > every.toNanos()) {
                    meanwhile.run();
                    lastMeanwhile = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.request();
        } finally {
            awaitAsleep();
        }
        RuntimeException failure = broken.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** How long ago it looked last, however long that took. */
    public Duration silence() {
        return awake.isLocked() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastAwake);
    }

    /** Not by the thread that looks after all: what it wakes may take hours. */
    private void pulse() {
        if (!awake.isLocked()) {
            Thread.ofPlatform().daemon().name("pulse").start(this::wake);
        }
    }

    private void wake() {
        if (stop.isRequested() || broken.get() != null || !awake.tryLock()) {
            return;
        }
        try {
            dispatcher.tick(clock);
        } catch (RuntimeException e) {
            LOG.info("cannot go on: {}", e.getMessage());
            broken.set(e);
        } finally {
            lastAwake = System.nanoTime();
            awake.unlock();
        }
    }

    private void awaitAsleep() {
        awake.lock();
        try {
            lastAwake = System.nanoTime();
        } finally {
            awake.unlock();
        }
    }
}
