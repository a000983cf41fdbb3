package io.alluse.ledger;

import io.alluse.money.Money;
import java.util.Arrays;
import java.util.List;

/** A balance (debits minus credits) per ledger account; immutable. */
public final class Balances {

    private static final LedgerAccount[] CHART = LedgerAccount.values();
    public static final Balances ZERO = new Balances(filled());

    private final Money[] amounts;

    private Balances(Money[] amounts) {
        this.amounts = amounts;
    }

    private static Money[] filled() {
        Money[] amounts = new Money[CHART.length];
        Arrays.fill(amounts, Money.ZERO);
        return amounts;
    }

    public static Balances of(List<Money> inChartOrder) {
        if (inChartOrder.size() != CHART.length) {
            throw new IllegalArgumentException(
                    "the chart has " + CHART.length + " accounts, not " + inChartOrder.size());
        }
        return new Balances(inChartOrder.toArray(Money[]::new));
    }

    /** Takes the array over instead of copying it. */
    static Balances ofOwned(Money[] inChartOrder) {
        return new Balances(inChartOrder);
    }

    public static Balances ofMovements(List<Movement> movements) {
        return ZERO.after(movements);
    }

    public Balances after(List<Movement> movements) {
        Money[] after = amounts.clone();
        for (Movement movement : movements) {
            int from = movement.from().ordinal();
            int to = movement.to().ordinal();
            after[from] = after[from].minus(movement.amount());
            after[to] = after[to].plus(movement.amount());
        }
        return new Balances(after);
    }

    public Balances plus(Balances other) {
        Money[] sum = new Money[CHART.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = amounts[i].plus(other.amounts[i]);
        }
        return new Balances(sum);
    }

    /** Debits minus credits. */
    public Money of(LedgerAccount account) {
        return amounts[account.ordinal()];
    }

    /** With the sign people read. */
    public Money natural(LedgerAccount account) {
        return account.natural(of(account));
    }

    /** At cost: what is owned less what is owed. */
    public Money netWorth() {
        Money worth = Money.ZERO;
        for (LedgerAccount account : CHART) {
            worth = account.isNetWorth() ? worth.plus(of(account)) : worth;
        }
        return worth;
    }

    /** Everything earned since the account was opened, less stand-alone fees, before tax. */
    public Money gain() {
        Money gain = Money.ZERO;
        for (LedgerAccount account : CHART) {
            gain = account.isGain() ? gain.minus(of(account)) : gain;
        }
        return gain;
    }

    /** So much CASH less the part of Bound that it meets, ALLOCATED_CONTRACTS meeting it first; to the cent. */
    public Money freeCash(Money bound, Money cash) {
        Money met = bound.minus(of(LedgerAccount.ALLOCATED_CONTRACTS)).max(Money.ZERO);
        return cash.minus(met).max(Money.ZERO).floorToCent();
    }

    public boolean isEmpty() {
        return Arrays.stream(CHART)
                .filter(account -> account.isNetWorth() || account == LedgerAccount.SUSPENSE)
                .allMatch(account -> of(account).isZero());
    }

    public List<Money> inChartOrder() {
        return List.of(amounts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Balances balances && Arrays.equals(amounts, balances.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Balances[");
        for (LedgerAccount account : CHART) {
            if (!of(account).isZero()) {
                text.append(account).append('=').append(of(account)).append(' ');
            }
        }
        return text.toString().strip() + "]";
    }
}
