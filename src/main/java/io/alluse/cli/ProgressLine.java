package io.alluse.cli;

import io.alluse.run.Progress;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run is: a bar on a terminal, a line for each tenth elsewhere, JSON lines where those are asked for. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final int TENTH = 10;
    private static final long ENOUGH_TO_GUESS_NANOS = 2_000_000_000L;

    private final PrintWriter err;
    private final String unit;
    private final boolean terminal;
    private final boolean json;
    private final long started;
    private int lastTenth;

    ProgressLine(PrintWriter err, String unit, boolean terminal, boolean json, long startedNanos) {
        this.err = err;
        this.unit = unit;
        this.terminal = terminal;
        this.json = json;
        this.started = startedNanos;
    }

    void show(Progress progress, long nowNanos) {
        long elapsed = nowNanos - started;
        if (progress.total() == 0) {
            return;
        }
        if (terminal && !json) {
            err.print("\r" + text(progress, elapsed) + "   ");
            err.flush();
        } else if (progress.percent() / TENTH > lastTenth) {
            lastTenth = progress.percent() / TENTH;
            err.println(json ? jsonOf(progress, elapsed) : "alluse: " + text(progress, elapsed));
        }
    }

    /** Takes the bar away. */
    void end() {
        if (terminal && !json) {
            err.print("\r" + " ".repeat(100) + "\r");
            err.flush();
        }
    }

    private String text(Progress progress, long elapsed) {
        int filled = progress.percent() * WIDTH / 100;
        String bar = terminal ? "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " : "";
        return String.format(
                Locale.ROOT,
                "%s%3d%%  %,d of %,d %s  %,d/s%s",
                bar,
                progress.percent(),
                progress.done(),
                progress.total(),
                unit,
                rate(progress, elapsed),
                elapsed < ENOUGH_TO_GUESS_NANOS || progress.done() == 0
                        ? ""
                        : "  " + Durations.text(left(progress, elapsed)) + " left");
    }

    private static long rate(Progress progress, long elapsed) {
        return elapsed == 0 ? 0 : Math.round(progress.done() * 1e9 / elapsed);
    }

    private static Duration left(Progress progress, long elapsed) {
        long done = Math.max(1, progress.done());
        return Duration.ofNanos(elapsed / done * (progress.total() - progress.done()));
    }

    private static Json jsonOf(Progress progress, long elapsed) {
        return Json.object()
                .put("percent", progress.percent())
                .put("done", progress.done())
                .put("total", progress.total())
                .put("rate", rate(progress, elapsed))
                .put("eta_s", left(progress, elapsed).toSeconds());
    }
}
