package io.alluse.cli;

/** How log lines look; the names are those of files in {@code log/}. */
enum LogFormat {
    text,
    json
}
