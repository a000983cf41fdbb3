package io.alluse.lifecycle;

import io.alluse.money.Money;
import org.jspecify.annotations.Nullable;

/** The most an account may put into one underlying, before and after a change; none where it does not trade it. */
public record PositionLimit(
        String code,
        String symbol,
        @Nullable Money before,
        @Nullable Money after) {}
