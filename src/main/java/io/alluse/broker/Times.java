package io.alluse.broker;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times of the day, as brokers write them: {@code 16:20:00}, {@code 162000}. */
final class Times {

    private static final int LENGTH = 8;

    private Times() {}

    /** Null where it is none. */
    static @Nullable LocalTime parse(String text) {
        boolean colons = text.length() == LENGTH && text.charAt(2) == ':' && text.charAt(5) == ':';
        if (!colons && text.length() != LENGTH - 2) {
            return null;
        }
        int step = colons ? 3 : 2;
        int hour = twoDigits(text, 0);
        int minute = twoDigits(text, step);
        int second = twoDigits(text, 2 * step);
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
                ? null
                : LocalTime.of(hour, minute, second);
    }

    private static int twoDigits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
