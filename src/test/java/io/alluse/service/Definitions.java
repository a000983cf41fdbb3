package io.alluse.service;

import io.alluse.calendar.CalendarBook;
import io.alluse.schedule.BusinessDates;
import io.alluse.schedule.CatchUp;
import io.alluse.schedule.Cron;
import io.alluse.schedule.EarlyClose;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Partitions;
import io.alluse.schedule.Runs;
import io.alluse.schedule.Timing;
import io.alluse.schedule.Width;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Jobs of every trading day, in New York time. */
final class Definitions {

    static final JobDefinition FUNDING = daily("funding", "18:00");
    static final JobDefinition TAX = daily("tax", "18:30", "funding");
    static final JobDefinition FORKS = daily("forks", "19:00", "tax");
    static final JobDefinition CHECK = daily("check", "18:45");
    static final JobDefinition LATEST = job("latest", "20:00", CatchUp.LATEST);
    static final JobDefinition ASKED = job("asked", "20:30", CatchUp.ASK);
    static final List<JobDefinition> ALL = List.of(FUNDING, TAX, FORKS, CHECK, LATEST, ASKED);

    private Definitions() {}

    static JobDefinition daily(String name, String at, String... after) {
        return job(name, at, CatchUp.IN_ORDER, after);
    }

    private static JobDefinition job(String name, String at, CatchUp catchUp, String... after) {
        return new JobDefinition(
                name,
                "test",
                name,
                Map.of(),
                timing(LocalTime.parse(at)),
                List.of(after),
                catchUp,
                new Width(Partitions.AUTO, 1, 100),
                null,
                Duration.ofHours(2),
                2,
                "0");
    }

    private static Timing timing(LocalTime at) {
        CalendarBook calendars = CalendarBook.shipped();
        return new Timing(
                Cron.parse(at.getMinute() + " " + at.getHour() + " * * *"),
                calendars.named("nyse").zone(),
                calendars.named("nyse"),
                BusinessDates.EVERY,
                Runs.AFTER_CLOSE,
                EarlyClose.SHIFT);
    }
}
