package io.alluse.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try at a run, from when a process took it over until it let go of it. */
public record Attempt(
        int no,
        Owner owner,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String failure) {}
