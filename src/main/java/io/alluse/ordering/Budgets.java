package io.alluse.ordering;

import io.alluse.intent.IntentKind;
import io.alluse.intent.OrderIntent;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.List;

/** What each bucket has for new orders: its balance, less what short puts bind of it, less its open intents; to the cent. */
record Budgets(Money contracts, Money shares, Money leaps) {

    static final Budgets NOTHING = new Budgets(Money.ZERO, Money.ZERO, Money.ZERO);

    static Budgets of(AccountHead head, List<OrderIntent> open) {
        return new Budgets(
                budget(head, LedgerAccount.ALLOCATED_CONTRACTS, head.bound(), IntentKind.CONTRACTS, open),
                budget(head, LedgerAccount.ALLOCATED_SHARES, Money.ZERO, IntentKind.SHARES, open),
                budget(head, LedgerAccount.ALLOCATED_LEAPS, Money.ZERO, IntentKind.LEAPS, open));
    }

    private static Money budget(
            AccountHead head, LedgerAccount bucket, Money bound, IntentKind kind, List<OrderIntent> open) {
        Money left = head.balances().of(bucket).minus(bound);
        for (OrderIntent intent : open) {
            left = intent.kind() == kind ? left.minus(intent.budget()) : left;
        }
        return left.max(Money.ZERO).floorToCent();
    }

    /** Whether there is anything to spend at all. */
    boolean areEmpty() {
        return contracts.isZero() && shares.isZero() && leaps.isZero();
    }

    Money of(IntentKind kind) {
        return switch (kind) {
            case CONTRACTS -> contracts;
            case SHARES -> shares;
            case LEAPS -> leaps;
            case SALE, BUY_BACK -> Money.ZERO;
        };
    }

    Money total() {
        return contracts.plus(shares).plus(leaps);
    }
}
