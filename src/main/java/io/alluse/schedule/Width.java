package io.alluse.schedule;

import org.jspecify.annotations.Nullable;

/** How wide a run is: its parts, how many of them at a time, and how many accounts per transaction; null is what the job does by itself. */
public record Width(
        Partitions partitions, int threads, @Nullable Integer chunk) {}
