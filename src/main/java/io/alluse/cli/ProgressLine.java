package io.alluse.cli;

import io.alluse.run.Progress;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is: a bar on a terminal, a line for each tenth elsewhere, JSON lines where those are asked for. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final int TENTH = 10;
    private static final long ENOUGH_TO_GUESS_NANOS = 2_000_000_000L;

    private final PrintWriter err;
    private final String unit;
    private final boolean terminal;
    private final boolean json;
    private @Nullable Look first;
    private int lastTenth;

    ProgressLine(PrintWriter err, String unit, boolean terminal, boolean json) {
        this.err = err;
        this.unit = unit;
        this.terminal = terminal;
        this.json = json;
    }

    /** Nobody who wants quiet wants progress, and of a service nobody watches a single run. */
    static ProgressLine of(Verb verb, String unit) {
        boolean silent = verb.options().quiet() || verb.hosting().isPresent();
        PrintWriter to = silent ? new PrintWriter(Writer.nullWriter()) : verb.err();
        return new ProgressLine(to, unit, Terminal.isError(), verb.options().json());
    }

    /** Where it stood when it was first seen: a run that goes on has done much of it before. */
    private record Look(long done, long nanos) {}

    /** How fast it has been going, and what that leaves. */
    record Pace(long perSecond, Duration left) {

        /** None where nothing can be said yet. */
        static @Nullable Pace of(long done, long nanos, Progress progress) {
            if (nanos <= 0 || done <= 0) {
                return null;
            }
            long left = progress.total() - progress.done();
            return new Pace(Math.round(done * 1e9 / nanos), Duration.ofNanos(Math.round((double) nanos / done * left)));
        }
    }

    void show(Progress progress, long nowNanos) {
        if (progress.total() == 0) {
            return;
        }
        Look from = first == null ? new Look(progress.done(), nowNanos) : first;
        first = from;
        long nanos = nowNanos - from.nanos();
        Pace pace = Pace.of(progress.done() - from.done(), nanos, progress);
        if (terminal && !json) {
            err.print("\r" + bar(progress) + text(progress, unit, pace, nanos) + "   ");
            err.flush();
        } else if (progress.percent() / TENTH > lastTenth) {
            lastTenth = progress.percent() / TENTH;
            err.println(json ? json(progress, pace) : "alluse: " + text(progress, unit, pace, nanos));
        }
    }

    /** Takes the bar away. */
    void end() {
        if (terminal && !json) {
            err.print("\r" + " ".repeat(110) + "\r");
            err.flush();
        }
    }

    private static String bar(Progress progress) {
        int filled = progress.percent() * WIDTH / 100;
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] ";
    }

    /** {@code  23%  28,500 of 120,000 accounts, 2 set aside  9,500/s  9.6 s left}; too early, the time left is a guess. */
    static String text(Progress progress, String unit, @Nullable Pace pace, long nanos) {
        String aside =
                progress.setAside() == 0 ? "" : String.format(Locale.ROOT, ", %,d set aside", progress.setAside());
        String rate = pace == null ? "" : String.format(Locale.ROOT, "  %,d/s", pace.perSecond());
        String left = pace == null || nanos < ENOUGH_TO_GUESS_NANOS ? "" : "  " + Durations.text(pace.left()) + " left";
        return String.format(
                        Locale.ROOT,
                        "%3d%%  %,d of %,d %s",
                        progress.percent(),
                        progress.done(),
                        progress.total(),
                        unit)
                + aside
                + rate
                + left;
    }

    private static Json json(Progress progress, @Nullable Pace pace) {
        return Json.object()
                .put("percent", progress.percent())
                .put("done", progress.done())
                .put("total", progress.total())
                .put("setAside", progress.setAside())
                .put("rate", pace == null ? null : pace.perSecond())
                .put("eta_s", pace == null ? null : pace.left().toSeconds());
    }
}
