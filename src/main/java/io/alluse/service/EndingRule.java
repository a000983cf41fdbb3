package io.alluse.service;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a due date when an attempt at it has ended. */
final class EndingRule {

    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 5;

    /** A service that is killed is nobody's failure; one that dies of the same date again and again is. */
    private static final int MOST_DEATHS = 20;

    private EndingRule() {}

    /** @param why for people, where it did not end well */
    record Ending(
            DueState state,
            int failures,
            @Nullable Instant notBefore,
            @Nullable String why) {}

    /**
     * @param retries how often its definition wants it tried again
     * @param stopping whether the service is being stopped
     */
    static Ending ended(Due due, int retries, Launcher.Ended ended, boolean stopping, Instant now) {
        String words = ended.words();
        return switch (ended.exit()) {
            case OK -> new Ending(DueState.DONE, due.failures(), null, null);
            case SET_ASIDE -> new Ending(DueState.DONE, due.failures(), null, "ended with some set aside");
            case CONFLICT -> new Ending(DueState.DUE, due.failures(), now.plus(BUSY), words);
            case STOPPED ->
                stopping
                        ? new Ending(
                                DueState.DUE, due.failures(), null, "stopped with the service; goes on where it was")
                        : new Ending(DueState.HELD, due.failures(), null, "stopped by a person");
            case FAILED, ENVIRONMENT, TIMED_OUT -> failed(due, retries, words, now);
            case USAGE, NOT_ALLOWED, NOT_FOUND -> new Ending(DueState.FAILED, due.failures() + 1, null, words);
        };
    }

    private static Ending failed(Due due, int retries, String words, Instant now) {
        int failures = due.failures() + 1;
        return failures > retries
                ? new Ending(DueState.FAILED, failures, null, words)
                : new Ending(DueState.DUE, failures, now.plus(pause(failures)), words);
    }

    /** A minute, then twice as long each time, up to half an hour. */
    private static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, LONGEST_DOUBLING));
    }

    /** Its service is gone. */
    static Ending abandoned(Due due) {
        return due.claims() - due.failures() > MOST_DEATHS
                ? new Ending(
                        DueState.FAILED,
                        due.failures(),
                        null,
                        "services have gone away while at it " + MOST_DEATHS + " times")
                : new Ending(
                        DueState.DUE,
                        due.failures(),
                        null,
                        "the service on " + due.node() + " went away; goes on where it was");
    }
}
