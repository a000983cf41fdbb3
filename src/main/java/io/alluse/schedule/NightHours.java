package io.alluse.schedule;

import io.alluse.calendar.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The hours from midnight to three in New York, in which clocks are put and nothing may fall due. */
final class NightHours {

    private static final LocalTime END = LocalTime.of(3, 0);
    /** Since then New York has put its clocks as it does now. */
    private static final Instant FIRST = at(LocalDate.of(2008, 1, 1));

    private static final Instant LAST = at(Planning.LAST.plusYears(1));

    private NightHours() {}

    /** A time in New York that a cron comes to in these hours, whatever both places do with their clocks; empty if none. */
    static Optional<LocalTime> reached(Timing timing) {
        LocalTime time = timing.cron().time();
        for (Instant instant : offsetsBegin(timing.zone())) {
            for (LocalTime there :
                    new LocalTime[] {inNewYork(time, timing.zone(), instant), shifted(timing, instant)}) {
                if (there.isBefore(END)) {
                    return Optional.of(there);
                }
            }
        }
        return Optional.empty();
    }

    private static LocalTime shifted(Timing timing, Instant instant) {
        LocalTime there = inNewYork(timing.cron().time(), timing.zone(), instant);
        boolean shifts = timing.earlyClose() == EarlyClose.SHIFT;
        LocalTime close = inNewYork(timing.calendar().close(), timing.calendar().zone(), instant);
        if (!shifts || there.isBefore(close)) {
            return there;
        }
        return there.minus(Duration.between(
                timing.calendar().earlyClose(), timing.calendar().close()));
    }

    private static LocalTime inNewYork(LocalTime time, ZoneId zone, Instant instant) {
        int here = offset(zone, instant);
        int there = offset(BusinessDay.NEW_YORK, instant);
        return time.plusSeconds(there - here);
    }

    private static int offset(ZoneId zone, Instant instant) {
        return zone.getRules().getOffset(instant).getTotalSeconds();
    }

    /** Between two of these instants neither zone changes its offset. */
    private static Set<Instant> offsetsBegin(ZoneId zone) {
        Set<Instant> begin = new TreeSet<>();
        begin.add(FIRST);
        addTransitions(zone.getRules(), begin);
        addTransitions(BusinessDay.NEW_YORK.getRules(), begin);
        return begin;
    }

    private static void addTransitions(ZoneRules rules, Set<Instant> to) {
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            to.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
    }

    private static Instant at(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
