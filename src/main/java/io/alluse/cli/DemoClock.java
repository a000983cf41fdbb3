package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Goes on by itself from wherever the story sets it. */
final class DemoClock extends Clock {

    private static final LocalTime EVENING = LocalTime.of(18, 30);

    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    DemoClock(Clock real) {
        this.real = real;
    }

    void setToEvening(BusinessDay day) {
        Instant evening =
                day.date().atTime(EVENING).atZone(BusinessDay.NEW_YORK).toInstant();
        offset = Duration.between(real.instant(), evening);
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the story is told in one zone");
    }
}
