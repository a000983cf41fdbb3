package io.alluse.merge;

import io.alluse.account.AccountId;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.AccountHead;
import io.alluse.lineage.Family;
import io.alluse.merge.MergeRule.Worth;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fork family as it is today.
 *
 * @param members those that are not CLOSED, by id
 * @param found what matters only where it is due
 */
record FamilyFacts(Family family, List<AccountHead> members, AccountHead target, Found found) {

    FamilyFacts {
        members = List.copyOf(members);
    }

    /**
     * What could keep it from merging.
     *
     * @param blocked whose broker and ledger differ
     * @param untaxed whose results are not all taxed yet
     * @param opposed what some of them hold, and others have sold
     * @param held whether any of its members holds anything
     * @param selling how many orders that empty them are open
     */
    record Found(
            Set<AccountId> blocked,
            Set<AccountId> untaxed,
            @Nullable Instrument opposed,
            boolean held,
            int selling) {

        static final Found NOTHING = new Found(Set.of(), Set.of(), null, false, 0);
    }

    FamilyFacts with(Found other) {
        return new FamilyFacts(family, members, target, other);
    }

    /** The account at which the family is decided: the first of those that are left. */
    AccountId decider() {
        return members.getFirst().chain().account();
    }

    Worth worth() {
        Money worth = members.stream().map(head -> head.balances().netWorth()).reduce(Money.ZERO, Money::plus);
        return new Worth(worth, family.received(), family.founded());
    }

    boolean isShared() {
        return family.mapping() == Mapping.PER_MAIN;
    }

    /** Its members and where they go. */
    Stream<AccountHead> all() {
        return Stream.concat(members.stream(), Stream.of(target));
    }
}
