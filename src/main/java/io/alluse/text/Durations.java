package io.alluse.text;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them: {@code 0.8 s}, {@code 12 s}, {@code 2h 04m}. */
public final class Durations {

    private Durations() {}

    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds / 60 % 60);
    }
}
