package io.alluse.sweep;

import io.alluse.policy.Policy;
import io.alluse.policy.PolicyHash;
import java.util.HashSet;
import java.util.Set;

/** The content of every policy that something is posted by is on record; each once per part. */
final class PolicyMemory {

    private final SweepWork.Tools tools;
    private final Set<PolicyHash> remembered = new HashSet<>();

    PolicyMemory(SweepWork.Tools tools) {
        this.tools = tools;
    }

    void remember(Decided decided) {
        if (decided.view() == null) {
            return;
        }
        Policy policy = decided.view().policy();
        if (remembered.add(policy.hash())) {
            tools.policies().remember(tools.base().apply(policy), policy);
        }
    }
}
