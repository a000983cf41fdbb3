package io.alluse.account;

import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.policy.Tier;
import java.time.LocalDate;

/** What a fork opens. */
public sealed interface Forked {

    /** An account, of its parent's main account or of one that the same fork opens. */
    record Account(
            AccountId id, String code, Tier tier, LocalDate openedOn, AccountId parent, int forkNo, Mapping mapping)
            implements Forked {}

    /** A main account, under the policy and the mapping of its parent's. */
    record Main(AccountId id, String code, LocalDate openedOn, AccountId parent, Money capital) implements Forked {}
}
