package io.alluse.statement;

import io.alluse.broker.LineProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of lines that were not posted.
 *
 * @param line the first of them
 * @param lines so many, one after the other
 * @param problem where and what, if something is wrong with a line
 */
public record Verdict(
        long line,
        long lines,
        Kind kind,
        String reason,
        @Nullable LineProblem problem) {

    /** Every physical line of a file is posted or one of these. */
    public enum Kind {
        DUPLICATE,
        IGNORED,
        REJECTED;

        private final String word = name().toLowerCase(Locale.ROOT);

        public String word() {
            return word;
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static Verdict duplicate(long line, long lines) {
        return new Verdict(line, lines, Kind.DUPLICATE, "already imported", null);
    }

    static Verdict ignored(long line, long lines, String reason) {
        return new Verdict(line, lines, Kind.IGNORED, reason, null);
    }

    static Verdict rejected(long lines, String reason, LineProblem problem) {
        return new Verdict(problem.line(), lines, Kind.REJECTED, reason, problem);
    }

    /** As the reader of the file says it. */
    static Verdict unreadable(LineProblem problem, long lines) {
        return rejected(
                lines, problem.field() + ": expected " + problem.expected() + ", found " + problem.found(), problem);
    }

    /** Of a line that can be read but not posted. */
    static Verdict refused(StagedLine staged, long lines, String reason) {
        LineProblem problem = new LineProblem(
                staged.line(),
                1,
                "line",
                "a line that can be posted",
                reason,
                staged.activity().text());
        return rejected(lines, reason, problem);
    }

    /** Whether the other one goes on where this one ends, for the same reason; problems have a place each. */
    boolean isFollowedBy(Verdict next) {
        return problem == null
                && next.problem == null
                && next.line == line + lines
                && next.kind == kind
                && next.reason.equals(reason);
    }

    Verdict and(Verdict next) {
        return new Verdict(line, lines + next.lines, kind, reason, null);
    }
}
