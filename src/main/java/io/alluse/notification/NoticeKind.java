package io.alluse.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What notifications are about. */
public enum NoticeKind {
    /** A run has failed, and nobody is starting it again. */
    RUN_FAILED,
    /** A run says that it is being carried out, but nobody does. */
    RUN_ABANDONED,
    /** A run has ended, and accounts, rows or lines are left over. */
    SET_ASIDES,
    /** A job has not ended by the time at which it should have. */
    DEADLINE_MISSED,
    /** A decision waits for a person. */
    REVIEW_WAITING,
    /** A broker's statement and the ledger disagree. */
    BREAK_OPENED,
    /** A job has found something that a person should know. */
    ALERT_RAISED,
    /** Nothing has happened: somebody tries whether notifications arrive. */
    TEST;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** {@code run-failed}. */
    public String word() {
        return word;
    }

    static Optional<NoticeKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(NoticeKind::word).toList();
    }
}
