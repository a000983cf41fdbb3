package io.alluse.statement;

/** What a reconciliation does to a break. */
sealed interface BreakDecision {

    /** The statement shows a difference that no break is about. */
    record Open(Difference difference) implements BreakDecision {}

    /** It is still there, perhaps with another amount. */
    record Keep(StandingBreak standing, Difference difference) implements BreakDecision {}

    /** The statement does not show it. */
    record End(StandingBreak standing) implements BreakDecision {}
}
