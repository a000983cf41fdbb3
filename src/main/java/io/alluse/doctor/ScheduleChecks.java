package io.alluse.doctor;

import io.alluse.service.Backlog;
import io.alluse.service.DueState;
import io.alluse.text.Durations;
import io.alluse.yaml.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Whether what runs by itself can run, and does. */
final class ScheduleChecks {

    private static final Duration LONG = Duration.ofDays(1);

    private ScheduleChecks() {}

    static Health definitions(List<Problem> problems, int definitions) {
        return problems.isEmpty()
                ? Health.ok("schedules", definitions + " job definitions")
                : Health.bad(
                        "schedules",
                        problems.size() + " problems, the first: " + problems.getFirst(),
                        "alluse schedule check");
    }

    static Health due(Backlog backlog) {
        String held = Arrays.stream(DueState.values())
                .filter(DueState::needsPerson)
                .filter(state -> backlog.open().getOrDefault(state, 0L) > 0)
                .map(state -> backlog.open().get(state) + " " + state)
                .collect(Collectors.joining(", "));
        if (!held.isEmpty()) {
            return Health.warn("due", "dates wait for a person: " + held, "alluse job status --due");
        }
        return backlog.lag().compareTo(LONG) > 0
                ? Health.warn(
                        "due",
                        "the oldest date has been due for " + Durations.text(backlog.lag()),
                        "alluse serve, or see why: alluse job status --due")
                : Health.ok("due", "nothing has been due for long");
    }
}
