package io.alluse.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt at a run that has ended badly, or has not ended, and has not been noted. */
record BadAttempt(
        long runId,
        int no,
        @Nullable String outcome,
        @Nullable Instant endedAt,
        String job,
        String date,
        @Nullable String inputName,
        String runOutcome,
        @Nullable String failure,
        boolean last,
        boolean ours,
        long setAside) {}
