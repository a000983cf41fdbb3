package io.alluse.policy;

import io.alluse.money.Percent;
import java.util.OptionalInt;

/** How forks are decided; empty {@code maxConcurrent} is unlimited. When they are due is said per tier. */
public record ForkPolicy(
        ForkMode decision, OptionalInt maxConcurrent, int reviewDays, Percent flagReturnAbove, ForkScoring scoring) {}
