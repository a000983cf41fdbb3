package io.alluse.policy;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** When a fork family is merged: at a net worth, and for one that opened above it at a multiple or an age, if given. */
public record MergePolicy(
        Money familyThreshold, Optional<BigDecimal> multiple, OptionalInt years, MergePositions positions) {}
