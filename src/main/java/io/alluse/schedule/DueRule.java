package io.alluse.schedule;

import io.alluse.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The due time of a business date: the first time the cron gives from the regular close of that day on, or from the
 * beginning of the next trading day on.
 *
 * <p>A later date never falls due before an earlier one.
 */
final class DueRule {

    private final Timing timing;
    private final TradingCalendar calendar;
    private final Set<String> reasons = new LinkedHashSet<>();

    /** When, and why then. */
    record Due(Instant at, List<String> reasons) {}

    private DueRule(Timing timing) {
        this.timing = timing;
        this.calendar = timing.calendar();
    }

    static Due of(Timing timing, LocalDate date) {
        DueRule rule = new DueRule(timing);
        Instant due = rule.due(date);
        return new Due(due, List.copyOf(rule.reasons));
    }

    private Instant due(LocalDate date) {
        timing.dates().holidaysBeyond(date, calendar).forEach(this::closed);
        Instant from = from(date);
        LocalDate day = from.atZone(timing.zone()).toLocalDate();
        while (!timing.cron().on(day) || at(day).toInstant().isBefore(from)) {
            day = day.plusDays(1);
        }
        sayWhatTheZoneDoes(day);
        return shifted(at(day).toInstant());
    }

    private Instant from(LocalDate date) {
        return switch (timing.runs()) {
            case AFTER_CLOSE -> calendar.regularClose(date).toInstant();
            case NEXT_TRADING_DAY -> nextTradingDay(date);
        };
    }

    private Instant nextTradingDay(LocalDate date) {
        LocalDate next = calendar.next(date);
        date.plusDays(1)
                .datesUntil(next)
                .filter(day -> calendar.closedFor(day).isPresent())
                .forEach(this::closed);
        return next.atStartOfDay(calendar.zone()).toInstant();
    }

    private void closed(LocalDate day) {
        reasons.add(day + " is closed (" + calendar.closedFor(day).orElseThrow() + ")");
    }

    /** A time that summer time leaves out comes as much later; of one that it brings twice, the first counts. */
    private ZonedDateTime at(LocalDate day) {
        return day.atTime(timing.cron().time()).atZone(timing.zone());
    }

    private void sayWhatTheZoneDoes(LocalDate day) {
        LocalDateTime local = day.atTime(timing.cron().time());
        ZoneOffsetTransition transition = timing.zone().getRules().getTransition(local);
        if (transition == null) {
            return;
        }
        String what = local.toLocalTime() + " of " + day + " in " + timing.zone();
        reasons.add(
                transition.isGap()
                        ? what + " does not exist (the clocks go forward): " + at(day).toLocalTime()
                        : what + " comes twice (the clocks go back): the first");
    }

    private Instant shifted(Instant due) {
        LocalDate day = due.atZone(calendar.zone()).toLocalDate();
        boolean afterClose = !due.isBefore(calendar.regularClose(day).toInstant());
        if (timing.earlyClose() == EarlyClose.KEEP || !calendar.closesEarly(day) || !afterClose) {
            return due;
        }
        Duration earlier = Duration.between(calendar.earlyClose(), calendar.close());
        reasons.add(day + " closes at " + calendar.earlyClose() + " ("
                + calendar.earlyFor(day).orElseThrow() + "): " + text(earlier) + " earlier");
        return due.minus(earlier);
    }

    private static String text(Duration duration) {
        return duration.toMinutesPart() == 0
                ? duration.toHours() + "h"
                : duration.toHours() + "h " + duration.toMinutesPart() + "m";
    }
}
