package io.alluse.fork;

import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.money.Percent;

/** How an amount is paid out of an account (docs/rules.md 6.2); what is less than the amount is all that can be paid. */
final class PaymentRule {

    private PaymentRule() {}

    static Payment decide(AccountHead head, Percent bufferRate, Money amount) {
        Money left = amount;
        Money cash = head.freeCash().min(left);
        left = left.minus(cash);
        Money buffer = spareBuffer(head, bufferRate, amount).min(left);
        left = left.minus(buffer);
        Money shares = whole(head, LedgerAccount.ALLOCATED_SHARES).min(left);
        left = left.minus(shares);
        Money leaps = whole(head, LedgerAccount.ALLOCATED_LEAPS).min(left);
        left = left.minus(leaps);
        return new Payment(cash, buffer, shares, leaps, unboundContracts(head).min(left));
    }

    /** Above its target of what remains. */
    private static Money spareBuffer(AccountHead head, Percent rate, Money amount) {
        Money remains = head.balances().netWorth().minus(amount).max(Money.ZERO);
        return cents(head.balances().of(LedgerAccount.BUFFER).minus(remains.percent(rate)));
    }

    private static Money whole(AccountHead head, LedgerAccount bucket) {
        return cents(head.balances().of(bucket));
    }

    /** Open short puts are met by this bucket before CASH meets them. */
    private static Money unboundContracts(AccountHead head) {
        return cents(head.balances().of(LedgerAccount.ALLOCATED_CONTRACTS).minus(head.bound()));
    }

    private static Money cents(Money amount) {
        return amount.max(Money.ZERO).floorToCent();
    }
}
