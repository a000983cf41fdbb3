package io.alluse.fork;

import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What keeps the account that a fork opened from giving back what it received (docs/rules.md 6.4). */
final class ReversalRule {

    private static final Set<LedgerAccount> RETURNED = EnumSet.of(LedgerAccount.CASH, LedgerAccount.BUFFER);

    private ReversalRule() {}

    static Optional<String> obstacle(AccountHead head, Money received, boolean arrived) {
        if (!head.state().canBecome(AccountState.CLOSED)) {
            return Optional.of("is " + head.state());
        }
        if (arrived) {
            return Optional.of("has received its money at the broker");
        }
        Optional<LedgerAccount> other = Arrays.stream(LedgerAccount.values())
                .filter(account -> account.isNetWorth() || account == LedgerAccount.SUSPENSE)
                .filter(account -> !RETURNED.contains(account))
                .filter(account -> !head.balances().of(account).isZero())
                .findFirst();
        if (other.isPresent()) {
            return other.map(
                    account -> "holds " + account + " " + head.balances().natural(account));
        }
        return head.balances().netWorth().equals(received)
                ? Optional.empty()
                : Optional.of("holds " + head.balances().netWorth() + " and not the " + received + " it received");
    }
}
