package io.alluse.absorption;

import io.alluse.account.AccountState;
import io.alluse.holding.Lot;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What keeps an account from giving back what it has received (docs/rules.md 7.3). */
final class ReturnRule {

    /** A SAFE one was opened by the consolidation that is taken back. */
    private static final Set<AccountState> GIVING =
            EnumSet.of(AccountState.SAFE, AccountState.ACTIVE, AccountState.SUSPENDED);

    private ReturnRule() {}

    /** It must still have all of it: the money where it arrived, and every lot untouched. */
    static Optional<String> obstacle(AccountHead target, Collection<Given> given, Collection<Lot> received) {
        if (!GIVING.contains(target.state())) {
            return Optional.of("is " + target.state());
        }
        Optional<Lot> touched = received.stream()
                .filter(lot -> lot.openQuantity().compareTo(lot.quantity()) != 0
                        || lot.openCost().compareTo(lot.cost()) != 0)
                .findFirst();
        return touched.isPresent()
                ? touched.map(lot -> "has sold or changed some of the " + lot.instrument() + " it received")
                : missing(target, given);
    }

    private static Optional<String> missing(AccountHead target, Collection<Given> given) {
        Map<LedgerAccount, Money> sums = new EnumMap<>(LedgerAccount.class);
        given.forEach(one -> one.content().forEach((account, amount) -> sums.merge(account, amount, Money::plus)));
        return sums.entrySet().stream()
                .filter(sum -> isMissing(target.balances().of(sum.getKey()), sum.getValue()))
                .findFirst()
                .map(sum -> "has " + sum.getKey() + " " + target.balances().natural(sum.getKey()) + " and not the "
                        + sum.getKey().natural(sum.getValue()) + " it received");
    }

    private static boolean isMissing(Money there, Money received) {
        return received.isPositive() ? there.compareTo(received) < 0 : there.compareTo(received) > 0;
    }
}
