package io.alluse.lifecycle;

import io.alluse.account.AccountRef;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyDiff;

/** An account and the policies it would go by before and after. */
record Reconfigured(AccountRef account, AccountHead head, Policy before, Policy after) {

    boolean isOpen() {
        return head.state() != AccountState.CLOSED;
    }

    boolean isAffected() {
        return isOpen() && !before.equals(after);
    }

    Money netWorth() {
        return head.balances().netWorth();
    }

    PolicyDiff diff() {
        return PolicyDiff.between(before, after);
    }
}
