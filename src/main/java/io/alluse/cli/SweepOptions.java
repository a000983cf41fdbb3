package io.alluse.cli;

import io.alluse.fault.Fault;
import io.alluse.sweep.Sweep;
import io.alluse.text.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a job is to be carried out: how wide, how much at a time, how long. */
final class SweepOptions {

    private static final int MOST_THREADS = 64;
    private static final int LARGEST_CHUNK = 20_000;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "parts at a time (default: 2)")
    private int threads;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            description = "accounts per transaction, 1 to 20000 (default: 2000); not for initial-capitalization")
    @Nullable
    private Integer chunk;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "stop the run when this has passed, such as 90s, 15m or 2h (exit 9)")
    @Nullable
    private String timeout;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NotifyOption notify;

    /** Who is told of what became of the run. */
    NotifyOption notifyOption() {
        return notify;
    }

    int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw Fault.usage("--threads " + threads + ": expected 1 to " + MOST_THREADS);
        }
        return threads;
    }

    boolean namesChunk() {
        return chunk != null;
    }

    int chunk() {
        int size = chunk == null ? Sweep.CHUNK : chunk;
        if (size < 1 || size > LARGEST_CHUNK) {
            throw Fault.usage("--chunk " + size + ": expected 1 to " + LARGEST_CHUNK);
        }
        return size;
    }

    @Nullable
    Duration timeout() {
        return parsed(timeout);
    }

    static @Nullable Duration parsed(@Nullable String timeout) {
        return timeout == null ? null : parsed("--timeout", timeout);
    }

    static Duration parsed(String option, String time) {
        try {
            return Durations.parse(time);
        } catch (IllegalArgumentException e) {
            throw Fault.usage(option + ": " + Fault.reason(e));
        }
    }
}
