package io.alluse.service;

import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import io.alluse.schedule.Planning;
import java.time.LocalDate;
import java.util.Optional;

/** When the date of a job is due, or was. */
final class Coming {

    private Coming() {}

    /** If it is one of its dates. */
    static Optional<Planned> of(JobDefinition definition, LocalDate date) {
        return Planning.has(definition, date) ? Optional.of(Planning.of(definition, date)) : Optional.empty();
    }
}
