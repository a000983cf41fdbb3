package io.alluse.sweep;

import io.alluse.ledger.AccountHead;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;

/** What every rule reads of an account: where it stands, and the policy in force for it on the business date. */
public record AccountView(AccountHead head, Tier tier, Policy policy) {}
