package io.alluse.policy;

import io.alluse.money.Percent;

/** Which long calls are LEAPS, when they expire, and how far they must be spread over the quarters. */
public record LeapsPolicy(
        ExpiryWindow expiry,
        DeltaBand delta,
        Percent quarterCap,
        int capFromContracts,
        int capFromQuarters,
        int longerThanDays) {}
