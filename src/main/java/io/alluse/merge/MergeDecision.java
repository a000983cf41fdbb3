package io.alluse.merge;

import io.alluse.money.Money;

/** What the terms of its policy say about a fork family, apart from what keeps it from merging today. */
sealed interface MergeDecision {

    /** The reason is one of few. */
    record NotDue(String reason) implements MergeDecision {}

    /** It is worth so much, and that, or its age, is the reason. */
    record Due(Money netWorth, String why) implements MergeDecision {}
}
