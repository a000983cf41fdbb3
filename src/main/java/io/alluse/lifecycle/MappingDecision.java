package io.alluse.lifecycle;

import io.alluse.account.Brokerage;
import io.alluse.fault.Exit;
import org.jspecify.annotations.Nullable;

/** What becomes of a line about a brokerage account. */
sealed interface MappingDecision {

    /** Its brokerage account moves on. */
    record Map(Served served, @Nullable String reference, Brokerage to) implements MappingDecision {}

    /** It says nothing new. */
    record Already(Brokerage state) implements MappingDecision {}

    /** The field at fault, and why; the reason follows the value. */
    record Refuse(Exit exit, String field, String reason) implements MappingDecision {}
}
