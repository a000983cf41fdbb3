package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.policy.Tier;

/**
 * Another account of the same main account.
 *
 * @param parent whether it has forked the account that looks for a target
 * @param blocked whether broker and ledger differ
 */
record Relative(
        AccountId id, String code, Tier tier, AccountState state, boolean parent, boolean blocked, Figures figures) {}
