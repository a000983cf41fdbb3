package io.alluse.schedule;

import io.alluse.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Which business dates fall due when. */
public final class Planning {

    /** The dates for which calendars are known. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** A time by which every date has fallen due that a cron of a yearly day leaves waiting. */
    private static final Instant END =
            LAST.plusYears(10).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Instant START = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();

    private Planning() {}

    /** What falls due after the one time and not after the other, ascending by business date and by due time. */
    public static List<Planned> between(JobDefinition job, Instant fromExclusive, Instant toInclusive) {
        List<Planned> planned = new ArrayList<>();
        LocalDate date = lastThatMay(job.timing().calendar(), toInclusive);
        for (; !date.isBefore(FIRST); date = date.minusDays(1)) {
            if (job.timing().dates().include(date, job.timing().calendar())) {
                Planned one = of(job, date);
                if (!one.due().isAfter(fromExclusive)) {
                    break;
                }
                if (!one.due().isAfter(toInclusive)) {
                    planned.add(one);
                }
            }
        }
        Collections.reverse(planned);
        return planned;
    }

    /** The same of all jobs, ascending by due time, those that others wait for first. */
    public static List<Planned> between(JobDefinitions jobs, Instant fromExclusive, Instant toInclusive) {
        return jobs.all().stream()
                .flatMap(job -> between(job, fromExclusive, toInclusive).stream())
                .sorted(Comparator.comparing(Planned::due))
                .toList();
    }

    /** Whether a date is a business date of a job. */
    public static boolean has(JobDefinition job, LocalDate date) {
        return job.timing().dates().include(date, job.timing().calendar());
    }

    /** When a business date of a job falls due. */
    public static Planned of(JobDefinition job, LocalDate date) {
        DueRule.Due due = DueRule.of(job.timing(), date);
        return new Planned(job.name(), date, due.at(), due.reasons());
    }

    /** No date falls due before it begins. */
    private static LocalDate lastThatMay(TradingCalendar calendar, Instant until) {
        if (until.isBefore(START)) {
            return FIRST.minusDays(1);
        }
        LocalDate last =
                (until.isAfter(END) ? END : until).atZone(calendar.zone()).toLocalDate();
        return last.isAfter(LAST) ? LAST : last;
    }
}
