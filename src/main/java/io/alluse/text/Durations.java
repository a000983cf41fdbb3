package io.alluse.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people read them: {@code 0.8 s}, {@code 12 s}, {@code 2h 04m}. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,6}[hms])+");

    private Durations() {}

    /** What a person types: {@code 90s}, {@code 15m}, {@code 2h}, {@code 1h30m}, or ISO {@code PT2H}; always more than nothing. */
    public static Duration parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(SHORT.matcher(plain).matches() ? "PT" + plain : plain);
            if (!duration.isPositive()) {
                throw new IllegalArgumentException("expected more than no time, such as 5s: " + text);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time such as 90s, 15m, 2h or PT2H: " + text, e);
        }
    }

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
