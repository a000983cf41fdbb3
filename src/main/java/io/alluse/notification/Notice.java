package io.alluse.notification;

import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told, once.
 *
 * @param key tells it from all others there have ever been: a second notice of this key is none
 * @param text what has happened, on one line
 * @param next the command to give
 * @param things how many things it is about: many of a kind are told in one
 * @param subject the code of an account or main account, if it is about one
 */
public record Notice(
        NoticeKind kind,
        String key,
        String text,
        String next,
        long things,
        @Nullable String subject,
        @Nullable Long runId) {

    /** A due date that a service could not carry out, and will not try again by itself; where there is a run, the run is told. */
    public static Notice notCarriedOut(String job, String date, int tries, String why, String next) {
        String text = job + " of " + date + " could not be carried out: " + why;
        return new Notice(NoticeKind.RUN_FAILED, "due-" + job + "-" + date + "-" + tries, text, next, 1, null, null);
    }

    /** A missed deadline of a job: {@code deadline-tax-and-buffer-2026-01-06}. */
    public static Notice deadlineMissed(String job, String date, String text, String next) {
        return new Notice(NoticeKind.DEADLINE_MISSED, "deadline-" + job + "-" + date, text, next, 1, null, null);
    }
}
