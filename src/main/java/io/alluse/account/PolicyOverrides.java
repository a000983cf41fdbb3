package io.alluse.account;

import io.alluse.policy.PolicyOverride;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What people changed about the policies of main accounts and accounts: kept for ever, in force from a date. */
public final class PolicyOverrides {

    private final OverrideStore store;

    public PolicyOverrides(Session session) {
        this.store = new OverrideStore(session);
    }

    /** An override about to be kept, and what asks for it. */
    public record Sourced(PolicyOverride override, String source) {}

    /** Whose policy it changes, and from when on. */
    public record Change(AccountId subject, LocalDate effective, Sourced sourced) {}

    /** All of these subjects, whatever their date: by subject, date, and the order in which they were kept. */
    public List<KeptOverride> of(Collection<AccountId> subjects) {
        return store.of(subjects);
    }

    /** In the caller's transaction, and in this order. */
    public void keep(AccountId subject, LocalDate effective, List<Sourced> overrides) {
        keep(overrides.stream()
                .map(override -> new Change(subject, effective, override))
                .toList());
    }

    /** Of many subjects at once. */
    public void keep(List<Change> changes) {
        if (!changes.isEmpty()) {
            store.insert(changes);
        }
    }
}
