package io.alluse.service;

import io.alluse.sql.Session;
import java.time.Duration;
import java.util.Map;

/**
 * How much is due and has not ended.
 *
 * @param open how many, by state
 * @param lag how long ago the oldest of those became due that nobody has held back
 */
public record Backlog(Map<DueState, Long> open, Duration lag) {

    public static final Backlog NONE = new Backlog(Map.of(), Duration.ZERO);

    public static Backlog of(Session session) {
        return new DueStore(session).backlog();
    }
}
