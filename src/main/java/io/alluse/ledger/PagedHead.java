package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.policy.Tier;
import org.jspecify.annotations.Nullable;

/** An account on a page of a sweep; where its row cannot be turned into values, the reason stands in place of the head. */
public record PagedHead(
        AccountId id,
        Tier tier,
        @Nullable AccountHead head,
        @Nullable String unreadable) {}
