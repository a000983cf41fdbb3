package io.alluse.account;

import io.alluse.policy.DatedOverride;
import io.alluse.policy.PolicyOverride;
import java.time.LocalDate;

/** An override on record: whose it is (a main account's or one account's), from when it holds, and what asked for it. */
public record KeptOverride(
        AccountId subject, LocalDate effective, long sequence, PolicyOverride override, String source) {

    DatedOverride dated() {
        return new DatedOverride(effective, sequence, override);
    }
}
