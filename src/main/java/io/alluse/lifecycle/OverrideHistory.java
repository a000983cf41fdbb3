package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.KeptOverride;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The overrides of a main account and its accounts, as they are or would be, and the policies they make. */
final class OverrideHistory {

    private final PoliciesInForce policies;
    private final String base;
    private final AccountId subject;
    private final List<KeptOverride> kept;

    OverrideHistory(PoliciesInForce policies, String base, AccountId subject, List<KeptOverride> kept) {
        this.policies = policies;
        this.base = base;
        this.subject = subject;
        this.kept = List.copyOf(kept);
    }

    /** With these on top of what the subject has; they are numbered above all that is kept. */
    OverrideHistory with(LocalDate effective, List<Sourced> wanted) {
        List<KeptOverride> all = new ArrayList<>(kept);
        long sequence = Long.MAX_VALUE - wanted.size();
        for (Sourced wish : wanted) {
            all.add(new KeptOverride(subject, effective, ++sequence, wish.override(), wish.source()));
        }
        return new OverrideHistory(policies, base, subject, all);
    }

    /** A change below one that is kept already would be hidden by it, or alter what was decided with it. */
    void mustEndBefore(LocalDate effective, Target target) {
        LocalDate opened = target.first().openedOn();
        if (effective.isBefore(opened)) {
            throw Fault.usage("--effective " + effective + " is before "
                    + target.first().code() + " was opened (" + opened + ")");
        }
        Optional<LocalDate> last =
                of(subject).stream().map(KeptOverride::effective).max(LocalDate::compareTo);
        if (last.isPresent() && last.get().isAfter(effective)) {
            throw Fault.conflict(target.code() + " has overrides from " + last.get() + " on, which a change from "
                    + effective + " on would lie below: give --effective " + last.get() + " or later");
        }
    }

    Policy policy(AccountId account, LocalDate on) {
        return policies.of(base, of(account.main()), account.isMain() ? List.of() : of(account), on);
    }

    /** The subject's policy, once it and those of all its accounts are good from that date on, with all that is scheduled. */
    Policy checked(Target target, LocalDate effective) {
        TreeSet<LocalDate> dates = new TreeSet<>(List.of(effective));
        kept.stream().map(KeptOverride::effective).filter(effective::isBefore).forEach(dates::add);
        Policy policy = policy(subject, effective);
        for (LocalDate date : dates) {
            for (AccountRef account : target.accounts()) {
                mustBeGood(account, date);
            }
        }
        return policy;
    }

    private void mustBeGood(AccountRef account, LocalDate date) {
        try {
            policy(account.id(), date);
        } catch (Fault e) {
            throw Fault.of(
                    e.exit(), "with the overrides of " + account.code() + " on " + date + ": " + Fault.reason(e), e);
        }
    }

    private List<KeptOverride> of(AccountId whose) {
        return kept.stream()
                .filter(override -> override.subject().equals(whose))
                .toList();
    }
}
