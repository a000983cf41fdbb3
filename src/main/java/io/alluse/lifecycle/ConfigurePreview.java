package io.alluse.lifecycle;

import io.alluse.policy.PolicyDiff.Difference;
import io.alluse.policy.PolicyHash;
import io.alluse.split.TransferProposals;
import java.time.LocalDate;
import java.util.List;

/** What a change of policy comes to: keys before and after, limits before and after, and who should send what to whom. */
public record ConfigurePreview(
        String code,
        LocalDate effective,
        PolicyHash before,
        PolicyHash after,
        List<Difference> changes,
        List<PositionLimit> limits,
        TransferProposals transfers,
        List<String> accounts,
        List<String> warnings) {

    public ConfigurePreview {
        changes = List.copyOf(changes);
        limits = List.copyOf(limits);
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
    }
}
