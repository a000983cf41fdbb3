package io.alluse.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as it stands in the database. */
public record Run(
        long id,
        RunKey key,
        @Nullable String inputName,
        int pass,
        Outcome outcome,
        @Nullable Long population,
        long nothing,
        long setAside,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String digest,
        @Nullable String failure) {}
