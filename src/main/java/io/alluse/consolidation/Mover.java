package io.alluse.consolidation;

import io.alluse.account.AccountRef;
import io.alluse.ledger.AccountHead;
import io.alluse.policy.Policy;

/** One of the two accounts of a consolidation, under the posting lock. */
record Mover(AccountRef account, AccountHead head, Policy policy) {}
