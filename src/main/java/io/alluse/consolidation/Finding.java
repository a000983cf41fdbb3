package io.alluse.consolidation;

/** What an assessment comes to. */
sealed interface Finding {

    record Recommend(Assessment assessment) implements Finding {}

    /** Nothing is recommended; the reason is one of few. */
    record None(String reason) implements Finding {}

    /** Something would be, if this were not in the way. */
    record Obstacle(String reason) implements Finding {}
}
