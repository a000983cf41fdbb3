package io.alluse.database;

/** What a backup came to. */
public record BackedUp(long files, long bytes) {}
