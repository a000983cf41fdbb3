package io.alluse.lifecycle;

import io.alluse.account.AccountRef;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyDiff;
import io.alluse.split.Holding;

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

    /** Whatever its state is today: it may be another one when the change takes effect. */
    Holding holding() {
        return new Holding(account.code(), account.tier(), netWorth(), head.freeCash(), "");
    }

    PolicyDiff diff() {
        return PolicyDiff.between(before, after);
    }
}
