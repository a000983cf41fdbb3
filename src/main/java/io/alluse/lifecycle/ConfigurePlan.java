package io.alluse.lifecycle;

import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyDiff;
import io.alluse.split.TransferProposals;
import java.util.ArrayList;
import java.util.List;

/** A change of policy that has been found good: what is kept, and what it does to each account. */
record ConfigurePlan(
        ConfigureOrder order,
        Target target,
        List<Sourced> overrides,
        Policy before,
        Policy after,
        List<Reconfigured> accounts) {

    ConfigurePreview preview() {
        return new ConfigurePreview(
                target.code(),
                order.effective(),
                before.hash(),
                after.hash(),
                PolicyDiff.between(before, after).differences(),
                limits(),
                transfers(),
                open().stream().map(one -> one.account().code()).toList(),
                warnings());
    }

    /** Each gets an event, also where overrides of its own leave its policy as it is: what is kept is in its chain. */
    List<Reconfigured> open() {
        return accounts.stream().filter(Reconfigured::isOpen).toList();
    }

    private List<Reconfigured> affected() {
        return accounts.stream().filter(Reconfigured::isAffected).toList();
    }

    private List<PositionLimit> limits() {
        return affected().stream()
                .flatMap(one -> SizingRule.limits(
                        one.account().code(),
                        one.netWorth(),
                        one.before().tier(one.account().tier()),
                        one.after().tier(one.account().tier()))
                        .stream())
                .toList();
    }

    private TransferProposals transfers() {
        if (before.split().equals(after.split())) {
            return TransferProposals.NONE;
        }
        return TransferProposals.of(
                after.split(),
                accounts.stream()
                        .filter(Reconfigured::isOpen)
                        .map(Reconfigured::holding)
                        .toList());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (order.effective().isBefore(order.act().date().date())) {
            warnings.add("in force from " + order.effective() + ", before the business date "
                    + order.act().date() + ": what has been decided since then is not decided again");
        }
        return warnings;
    }
}
