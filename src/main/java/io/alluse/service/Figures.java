package io.alluse.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a service counts: its runs and what came of them, how fast they were, and how far behind the schedule is. */
public final class Figures implements MeterBinder, Dispatcher.Listener {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String JOB = "job";

    private final Supplier<Backlog> backlog;
    private final Map<String, Double> speeds = new ConcurrentHashMap<>();
    private @Nullable MeterRegistry registry;
    private Backlog last = Backlog.NONE;
    private long lastRead = System.nanoTime() - FRESH_NANOS;

    /** @param backlog read when somebody looks, not more often than every few seconds */
    public Figures(Supplier<Backlog> backlog) {
        this.backlog = backlog;
    }

    @Override
    public void bindTo(MeterRegistry to) {
        registry = to;
        for (DueState state : DueState.values()) {
            if (state.isOpen()) {
                Gauge.builder("alluse.due.open", () -> fresh().open().getOrDefault(state, 0L))
                        .tag("state", word(state))
                        .description("due dates that have not ended")
                        .register(to);
            }
        }
        Gauge.builder("alluse.due.lag", () -> fresh().lag().toSeconds())
                .baseUnit("seconds")
                .description("since the oldest date became due that has not ended and that nobody holds back")
                .register(to);
    }

    private synchronized Backlog fresh() {
        if (System.nanoTime() - lastRead >= FRESH_NANOS) {
            last = backlog.get();
            lastRead = System.nanoTime();
        }
        return last;
    }

    @Override
    public void ended(Due due, Launcher.Ended ended, DueState state, Duration took) {
        MeterRegistry to = registry;
        if (to == null) {
            return;
        }
        Counter.builder("alluse.runs")
                .tags(JOB, due.job(), "outcome", word(ended.exit()))
                .description("runs that this service has carried out")
                .register(to)
                .increment();
        Timer.builder("alluse.run.duration").tag(JOB, due.job()).register(to).record(took);
        Counter.builder("alluse.accounts").tag(JOB, due.job()).register(to).increment((double) ended.accounts());
        Counter.builder("alluse.set.asides").tag(JOB, due.job()).register(to).increment((double) ended.setAside());
        speed(to, due.job(), ended.accounts(), took);
    }

    /** Of the last run. */
    private void speed(MeterRegistry to, String job, long accounts, Duration took) {
        speeds.put(job, took.isZero() ? 0 : accounts * 1e9 / took.toNanos());
        Gauge.builder("alluse.run.accounts.per.second", () -> speeds.getOrDefault(job, 0.0))
                .tag(JOB, job)
                .description("of the last run")
                .register(to);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void late(Due due) {
        MeterRegistry to = registry;
        if (to != null) {
            Counter.builder("alluse.deadlines.missed")
                    .tag(JOB, due.job())
                    .register(to)
                    .increment();
        }
    }
}
