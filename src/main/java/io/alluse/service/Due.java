package io.alluse.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date on which a job is due, and what has become of it.
 *
 * @param shifts why it is not due at the usual time
 * @param asked whether a person wants this very date: then it is never left out for a later one
 * @param claims how often a service has taken it; the last claim alone may say what came of it
 * @param failures how often it has failed since a person last let it go on
 * @param notBefore after a failure: when it is tried again
 * @param lateSince when its deadline was found missed
 */
public record Due(
        long id,
        DueKey key,
        String job,
        Instant at,
        List<String> shifts,
        DueState state,
        boolean asked,
        int claims,
        int failures,
        @Nullable Instant notBefore,
        @Nullable Instant lateSince,
        @Nullable Long run,
        @Nullable String node,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String why) {

    /** Of the definition; its job may have another name. */
    public String name() {
        return key.definition();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
