package io.alluse.merge;

import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import java.util.Optional;
import java.util.function.Predicate;

/** What keeps a family that is due from merging today (docs/rules.md 7.1). */
final class ObstacleRule {

    private ObstacleRule() {}

    static Optional<String> obstacle(FamilyFacts family) {
        return first(family, head -> head.state() != AccountState.ACTIVE)
                .map(head -> head.chain().code() + " is " + head.state())
                .or(() -> first(
                                family,
                                head -> family.found()
                                        .blocked()
                                        .contains(head.chain().account()))
                        .map(head ->
                                "broker and ledger of " + head.chain().code() + " differ: see `alluse break list`"))
                .or(() -> first(
                                family,
                                head -> !head.balances()
                                        .of(LedgerAccount.SUSPENSE)
                                        .isZero())
                        .map(head -> head.chain().code() + " has money in SUSPENSE"))
                .or(() -> first(
                                family,
                                head -> family.found()
                                        .untaxed()
                                        .contains(head.chain().account()))
                        .map(head ->
                                "results of " + head.chain().code() + " are not taxed yet: tax-and-buffer does that"))
                .or(() -> family.worth().netWorth().isPositive()
                        ? Optional.empty()
                        : Optional.of("it owes as much as it has"))
                .or(() -> Optional.ofNullable(family.found().opposed())
                        .map(instrument -> "some of its accounts, or "
                                + family.target().chain().code() + ", have " + instrument
                                + ", and others have sold it"));
    }

    private static Optional<AccountHead> first(FamilyFacts family, Predicate<AccountHead> obstacle) {
        return family.all().filter(obstacle).findFirst();
    }
}
