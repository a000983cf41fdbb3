package io.alluse.account;

import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;

/** Keeps the content of every policy that something was decided by; a policy never changes under its name and version. */
public final class PolicyRecord {

    private final PolicyStore store;

    public PolicyRecord(Session session) {
        this.store = new PolicyStore(session);
    }

    /** A policy file; refused where its name and version are on record with another content. */
    public void rememberBase(Policy policy) {
        store.insert(policy, true);
        store.recordedBase(policy.name(), policy.version()).ifPresent(policy::mustMatch);
    }

    /** A policy with overrides on top. */
    public void rememberEffective(Policy policy) {
        store.insert(policy, false);
    }

    /** A policy in force, and the file it is made from. */
    public void remember(Policy base, Policy effective) {
        rememberBase(base);
        rememberEffective(effective);
    }

    public Policy byHash(PolicyHash hash) {
        return store.content(hash)
                .map(content -> Policy.parse("policy " + hash.brief(), content))
                .orElseThrow(() -> Fault.notFound("no policy " + hash + " on record"));
    }
}
