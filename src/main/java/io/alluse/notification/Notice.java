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

    /** A missed deadline of a job: {@code deadline-tax-and-buffer-2026-01-06}. */
    public static Notice deadlineMissed(String job, String date, String text, String next) {
        return new Notice(NoticeKind.DEADLINE_MISSED, "deadline-" + job + "-" + date, text, next, 1, null, null);
    }
}
