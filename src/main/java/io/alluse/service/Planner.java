package io.alluse.service;

import io.alluse.schedule.CatchUp;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import io.alluse.schedule.Planning;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives every date that has become due its row, once, however long nobody looked. */
final class Planner {

    /** A service that is there plans within seconds. */
    private static final Duration IN_TIME = Duration.ofHours(1);

    private static final String MISSED =
            "nobody was there when it became due; `alluse schedule catch-up` lets it run, `alluse job skip` leaves it out";

    private final DueStore store;
    private final List<JobDefinition> definitions;
    private final List<String> names;

    Planner(DueStore store, List<JobDefinition> definitions) {
        this.store = store;
        this.definitions = List.copyOf(definitions);
        this.names = definitions.stream().map(JobDefinition::name).toList();
    }

    /** What begins now has no past: dates before it are a backfill's. */
    void plan(Instant now) {
        Map<String, Instant> until = store.plannedUntil();
        if (!until.keySet().containsAll(names)) {
            store.begin(names, now);
        }
        for (JobDefinition definition : definitions) {
            Instant from = until.getOrDefault(definition.name(), now);
            if (from.isBefore(now)) {
                insert(definition, Planning.between(definition, from, now), now);
            }
        }
        if (isBehind(until.values(), now)) {
            store.plannedUntil(names, now);
        }
    }

    private static boolean isBehind(Collection<Instant> until, Instant now) {
        return until.stream().anyMatch(one -> one.isBefore(now));
    }

    private void insert(JobDefinition definition, List<Planned> dates, Instant now) {
        for (Planned date : dates) {
            boolean missed = definition.catchUp() == CatchUp.ASK
                    && date.due().plus(IN_TIME).isBefore(now);
            store.insert(
                    date, definition.job(), missed ? DueState.MISSED : DueState.DUE, false, missed ? MISSED : null);
        }
    }
}
