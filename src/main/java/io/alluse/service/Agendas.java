package io.alluse.service;

import io.alluse.schedule.JobDefinition;
import io.alluse.sql.Session;
import java.util.List;

/** Reads what is known of due dates. */
public final class Agendas {

    private final DueStore store;
    private final List<JobDefinition> definitions;

    public Agendas(Session session, List<JobDefinition> definitions) {
        this.store = new DueStore(session);
        this.definitions = List.copyOf(definitions);
    }

    /** Cheap, and without definitions. */
    public static boolean isAnyOpen(Session session) {
        return !new DueStore(session).open().isEmpty();
    }

    /** In the caller's transaction or snapshot. */
    public Agenda read() {
        List<Due> open = store.open();
        return new Agenda(definitions, store.paused(), store.plannedUntil(), open, store.ended(open));
    }
}
