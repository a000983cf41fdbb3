package io.alluse.lifecycle;

import io.alluse.account.KeptOverride;
import io.alluse.policy.Policy;
import java.time.LocalDate;
import java.util.List;

/** The policy a main account or account goes by on a date, and all overrides that are kept of it, whatever their date. */
public record InForce(String code, LocalDate on, Policy base, Policy policy, List<KeptOverride> overrides) {

    public InForce {
        overrides = List.copyOf(overrides);
    }
}
