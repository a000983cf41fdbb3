package io.alluse.funding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How money in SUSPENSE left, and whether it is back.
 *
 * @param left the effective date of the line by which it left
 * @param deposit the line of a deposit of the same amount since then, which was posted as new money
 */
record Departure(LocalDate left, @Nullable String deposit) {}
