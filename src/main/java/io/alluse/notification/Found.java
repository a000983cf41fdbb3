package io.alluse.notification;

import org.jspecify.annotations.Nullable;

/** A break, an alert or a decision that has not been noted. */
record Found(
        long id,
        String subject,
        String sort,
        String text,
        String next,
        @Nullable Long runId) {}
