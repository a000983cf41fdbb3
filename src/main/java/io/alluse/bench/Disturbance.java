package io.alluse.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done to a sweep in the middle of it. */
public enum Disturbance {
    KILL_PROGRAM("kill -9 of the program"),
    TERMINATE_BACKEND("pg_terminate_backend of one of its connections"),
    KILL_BACKEND("kill -9 of a PostgreSQL backend"),
    KILL_POSTMASTER("kill -9 of the postmaster, and its restart"),
    TWO_PROGRAMS("a second program at once"),
    TERMINATE("SIGTERM"),
    INTERRUPT("interrupt of its threads"),
    FREEZE("SIGSTOP of the owner, who wakes up after the takeover");

    private final String words;

    Disturbance(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** {@code kill-program}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Disturbance> of(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option))
                .findFirst();
    }
}
