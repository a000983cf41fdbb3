package io.alluse.cli;

import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import io.alluse.text.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Definitions and planned dates as programs read them. */
final class ScheduleText {

    private ScheduleText() {}

    static Json json(JobDefinition job) {
        return Json.object()
                .put("name", job.name())
                .put("purpose", job.purpose())
                .put("job", job.job())
                .put("arguments", job.arguments())
                .put("dates", job.timing().dates().word())
                .put("runs", job.timing().runs().word())
                .put("cron", job.timing().cron())
                .put("zone", job.timing().zone())
                .put("calendar", job.timing().calendar().name())
                .put("earlyClose", job.timing().earlyClose().word())
                .put("after", job.after())
                .put("catchUp", job.catchUp().word())
                .put("width", width(job))
                .put("timeLimit", iso(job.timeLimit()))
                .put("deadline", iso(job.deadline()))
                .put("retries", job.retries())
                .put("hash", job.hash());
    }

    static Json json(Planned planned) {
        return Json.object()
                .put("job", planned.definition())
                .put("date", planned.businessDate())
                .put("due", planned.due())
                .put("reasons", planned.reasons());
    }

    private static Json width(JobDefinition job) {
        return Json.object()
                .put("partitions", job.width().partitions().word())
                .put("threads", job.width().threads())
                .put("chunk", job.width().chunk());
    }

    private static @Nullable String iso(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
