package io.alluse.service;

import io.alluse.sql.Session;
import java.time.Instant;
import java.time.InstantSource;

/** The one clock that all services on a database share; their own may be wrong by what they like. */
public final class DatabaseClock implements InstantSource {

    private final DueStore store;

    public DatabaseClock(Session session) {
        this.store = new DueStore(session);
    }

    @Override
    public Instant instant() {
        return store.databaseTime();
    }
}
