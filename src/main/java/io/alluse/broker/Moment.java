package io.alluse.broker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A point in time as New York sees it: the same one whatever zone a file was exported in. */
record Moment(LocalDate day, LocalTime time) {

    static final String EXAMPLE = "2024-08-16T23:00:00+0200";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int OFFSET = 19;

    /** Null where it is none. */
    static @Nullable Moment parse(String text) {
        if (text.length() <= OFFSET || text.charAt(10) != 'T') {
            return null;
        }
        LocalDate day = Dates.ISO.parse(text.substring(0, 10));
        LocalTime time = Times.parse(text.substring(11, OFFSET));
        if (day == null || time == null) {
            return null;
        }
        try {
            ZoneOffset offset = ZoneOffset.of(text.substring(OFFSET));
            return inNewYork(ZonedDateTime.of(day, time, offset));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Moment inNewYork(ZonedDateTime anywhere) {
        ZonedDateTime there = anywhere.withZoneSameInstant(NEW_YORK);
        return new Moment(there.toLocalDate(), there.toLocalTime());
    }
}
