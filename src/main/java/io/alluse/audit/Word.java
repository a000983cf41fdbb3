package io.alluse.audit;

import java.time.Instant;

/** What a person decided, when and why. */
public record Word(Person by, Instant at, String reason) {}
