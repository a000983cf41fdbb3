package io.alluse.holding;

import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The running balances and base of one account, and the movements of the line at hand. */
final class Purse {

    private final Money[] balances;
    private Money base;
    private Money baseChange = Money.ZERO;
    private List<Movement> movements = List.of();
    private LocalDate effective = LocalDate.EPOCH;
    private String line = "";

    Purse(Balances balances, Money base) {
        this.balances = balances.inChartOrder().toArray(Money[]::new);
        this.base = base;
    }

    void begin(LocalDate date, String lineId) {
        effective = date;
        line = lineId;
        movements = new ArrayList<>(2);
        baseChange = Money.ZERO;
    }

    /** A negative amount moves the other way, nothing moves nowhere. */
    void move(LedgerAccount from, LedgerAccount to, Money amount) {
        if (amount.signum() < 0) {
            move(to, from, amount.negated());
        } else if (!amount.isZero()) {
            movements.add(new Movement(from, to, amount, effective, null, line));
            balances[from.ordinal()] = balances[from.ordinal()].minus(amount);
            balances[to.ordinal()] = balances[to.ordinal()].plus(amount);
        }
    }

    /** Cash for something: what is received goes to CASH, what is paid comes from the bucket as far as it goes, then from CASH. */
    void settle(Money cash, LedgerAccount bucket, LedgerAccount position) {
        Money paid = cash.negated();
        if (paid.isPositive() && bucket != LedgerAccount.CASH) {
            Money allocated = paid.min(balances[bucket.ordinal()].max(Money.ZERO));
            move(bucket, position, allocated);
            paid = paid.minus(allocated);
        }
        move(LedgerAccount.CASH, position, paid);
    }

    /** The base never falls below zero: what leaves beyond it is surplus (docs/rules.md 1.7). */
    void contribute(Money amount) {
        Money after = base.plus(amount).max(Money.ZERO);
        baseChange = baseChange.plus(after.minus(base));
        base = after;
    }

    List<Movement> movements() {
        return movements;
    }

    Money baseChange() {
        return baseChange;
    }

    Money base() {
        return base;
    }

    Balances balances() {
        return Balances.of(List.of(balances));
    }
}
