package io.alluse.statement;

import io.alluse.statement.BreakDecision.End;
import io.alluse.statement.BreakDecision.Keep;
import io.alluse.statement.BreakDecision.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the differences that a statement shows do to the breaks of the statements before it (docs/rules.md 9.3).
 *
 * <p>An explanation holds for the amount it was given for: where the difference has become another one, that is another break, and
 * open.
 */
final class BreakRule {

    private BreakRule() {}

    /** Breaks that end come first, so that one that is opened in their place finds it free. */
    static List<BreakDecision> decide(StatementEnd stated, List<StandingBreak> standing, List<Difference> differences) {
        List<BreakDecision> ends = new ArrayList<>();
        List<BreakDecision> others = new ArrayList<>();
        List<Difference> left = new ArrayList<>(differences);
        for (StandingBreak one : standing) {
            if (stated.says(one.kind())) {
                decide(one, left).ifPresentOrElse(others::add, () -> ends.add(new End(one)));
            }
        }
        left.forEach(difference -> others.add(new Open(difference)));
        ends.addAll(others);
        return ends;
    }

    private static Optional<BreakDecision> decide(StandingBreak standing, List<Difference> left) {
        for (Difference difference : left) {
            boolean same = difference.isAbout(standing.kind(), standing.instrument());
            if (same && (!standing.explained() || difference.amount().compareTo(standing.difference()) == 0)) {
                left.remove(difference);
                return Optional.of(new Keep(standing, difference));
            }
        }
        return Optional.empty();
    }
}
