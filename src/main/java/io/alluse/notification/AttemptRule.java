package io.alluse.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is to be told of an attempt at a run that has ended badly, or that nobody carries out any more. */
final class AttemptRule {

    /** Within this time a command that lost its connection may be starting the run again by itself. */
    static final Duration GRACE = Duration.ofMinutes(1);

    /** What the rule makes of it: to be told, nothing to tell ever, or not yet. */
    sealed interface Verdict {

        record Tell(Notice notice) implements Verdict {}

        record Nothing() implements Verdict {}

        record Later() implements Verdict {}
    }

    private AttemptRule() {}

    static Verdict decide(BadAttempt attempt, boolean abandoned, Instant now) {
        Instant ended = attempt.endedAt();
        if (ended == null) {
            return abandoned ? new Verdict.Tell(abandoned(attempt)) : new Verdict.Later();
        }
        boolean stands = attempt.last() && attempt.runOutcome().equals(attempt.outcome());
        if (!stands || (!failed(attempt) && attempt.setAside() == 0)) {
            return new Verdict.Nothing();
        }
        boolean over = attempt.ours() || !ended.plus(GRACE).isAfter(now);
        return over ? new Verdict.Tell(notice(attempt)) : new Verdict.Later();
    }

    private static boolean failed(BadAttempt attempt) {
        return "FAILED".equals(attempt.outcome());
    }

    private static Notice notice(BadAttempt attempt) {
        return failed(attempt)
                ? notice(
                        attempt,
                        NoticeKind.RUN_FAILED,
                        "",
                        1,
                        " failed: " + Optional.ofNullable(attempt.failure()).orElse("it does not say why"),
                        wayOn(attempt))
                : notice(
                        attempt,
                        NoticeKind.SET_ASIDES,
                        "",
                        attempt.setAside(),
                        attempt.inputName() == null
                                ? " set aside accounts: " + attempt.setAside()
                                : " rejected lines: " + attempt.setAside(),
                        leftOver(attempt));
    }

    private static Notice abandoned(BadAttempt attempt) {
        return notice(
                attempt,
                NoticeKind.RUN_ABANDONED,
                "-abandoned",
                1,
                " has not ended, and nobody is carrying it out any more",
                wayOn(attempt));
    }

    private static Notice notice(
            BadAttempt attempt, NoticeKind kind, String mark, long things, String text, String next) {
        String input = attempt.inputName() == null ? "" : " (" + attempt.inputName() + ")";
        return new Notice(
                kind,
                "run-" + attempt.runId() + "-attempt-" + attempt.no() + mark,
                attempt.job() + " of " + attempt.date() + input + ", run " + attempt.runId() + "," + text,
                next,
                things,
                null,
                attempt.runId());
    }

    /** A run with an input file goes on when the file is given again, which its status says. */
    private static String wayOn(BadAttempt attempt) {
        return attempt.inputName() == null
                ? "alluse job relaunch " + attempt.runId()
                : "alluse job status " + attempt.runId();
    }

    private static String leftOver(BadAttempt attempt) {
        return attempt.inputName() == null
                ? "alluse set-aside list --run " + attempt.runId()
                : "alluse job status " + attempt.runId();
    }
}
