package io.alluse.service;

import io.alluse.schedule.JobDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known when it is decided what runs next.
 *
 * @param definitions in an order that respects what runs after what
 * @param paused why, by definition
 * @param plannedUntil up to when each definition's dates have their rows
 * @param open what is still to come, by date
 * @param ended which of the same dates are done or skipped
 */
public record Agenda(
        List<JobDefinition> definitions,
        Map<String, String> paused,
        Map<String, Instant> plannedUntil,
        List<Due> open,
        Set<DueKey> ended) {

    Optional<JobDefinition> definition(String name) {
        return definitions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Where every open date stands, in the order in which they run. */
    public List<Standing> standings(Instant now) {
        return AgendaRule.standings(this, now);
    }
}
