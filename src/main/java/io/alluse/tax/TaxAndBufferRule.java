package io.alluse.tax;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.cover.Cover;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Policy;
import io.alluse.tax.TaxDecision.NotEligible;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.tax.TaxDecision.Settled;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers negative cash (docs/rules.md 4.4), then brings tax, its reserve and the cash buffer of an account up to date (5.1 to 5.3). It
 * moves whole cents, except where it empties a reserve.
 */
final class TaxAndBufferRule {

    private static final Settled SETTLED = new Settled();

    private TaxAndBufferRule() {}

    /** The years ascend; those after the date's are not taxed yet. */
    static TaxDecision decide(AccountHead head, Policy policy, List<TaxYear> years, BusinessDay date) {
        if (head.state() != AccountState.ACTIVE && head.state() != AccountState.FORKING) {
            return new NotEligible(head.state());
        }
        return head.isSettledBy(policy.hash()) ? SETTLED : decide(head, policy.buffer(), years, date);
    }

    /** What there is to spend is known once negative cash has been covered. */
    private static TaxDecision decide(AccountHead head, Percent bufferRate, List<TaxYear> all, BusinessDay date) {
        Cover cover = Cover.of(head.balances(), head.bound());
        Balances balances = cover.moves() ? head.balances().after(cover.movements(date)) : head.balances();
        Money bound = head.bound();
        List<YearTax> years = taxed(all, date.date().getYear());
        Accrual accrual = accrual(years, balances.natural(LedgerAccount.TAXES));
        Reserve reserve = reserve(accrual.amount(), balances, bound);
        Refill refill = refill(accrual.amount(), reserve.moved(), balances, bound, bufferRate);
        return !cover.moves()
                        && accrual.amount().isZero()
                        && reserve.moved().isZero()
                        && refill.moved().isZero()
                ? SETTLED
                : new Settle(
                        cover,
                        accrual,
                        reserve,
                        refill,
                        hasResultsAfter(date.date().getYear(), all));
    }

    private static List<YearTax> taxed(List<TaxYear> years, int thisYear) {
        List<YearTax> taxed = new ArrayList<>(years.size());
        Terms carried = Terms.NONE;
        int last = Integer.MIN_VALUE;
        for (TaxYear year : years) {
            last = requireAscending(last, year.result().year());
            if (last <= thisYear && year.hasResults()) {
                YearTax tax = YearTax.of(year, carried);
                carried = tax.carriedOn();
                taxed.add(tax);
            }
        }
        return taxed;
    }

    /** Losses are carried forward, so another order would be another tax. */
    private static int requireAscending(int last, int year) {
        if (year <= last) {
            throw new IllegalArgumentException("years of results must ascend, was " + year + " after " + last);
        }
        return year;
    }

    private static boolean hasResultsAfter(int thisYear, List<TaxYear> years) {
        return !years.isEmpty()
                && years.getLast().result().year() > thisYear
                && years.stream().anyMatch(year -> year.result().year() > thisYear && year.hasResults());
    }

    /** What is withheld goes straight to TAXES, so it counts as accrued. */
    private static Accrual accrual(List<YearTax> years, Money before) {
        Money due = Money.ZERO;
        for (YearTax year : years) {
            due = due.plus(year.due());
        }
        return new Accrual(years, due, before, wholeCents(due.minus(before)));
    }

    /** Toward zero: what is less than a cent off stays, so that settling again finds nothing. */
    private static Money wholeCents(Money amount) {
        return amount.signum() < 0 ? amount.negated().floorToCent().negated() : amount.floorToCent();
    }

    private static Reserve reserve(Money accrual, Balances balances, Money bound) {
        Money payable = balances.natural(LedgerAccount.TAX_PAYABLE).plus(accrual);
        Money before = balances.of(LedgerAccount.TAX_RESERVE);
        Money target = payable.max(Money.ZERO);
        Money missing = target.minus(before);
        if (missing.signum() < 0) {
            Money excess = missing.negated();
            // a reserve of which nothing is needed is emptied, fractions of a cent and all
            return new Reserve(payable, before, (target.isZero() ? excess : excess.floorToCent()).negated(), false);
        }
        Money wanted = missing.floorToCent();
        Money moved = wanted.min(balances.freeCash(bound, balances.of(LedgerAccount.CASH)));
        return new Reserve(payable, before, moved, moved.compareTo(wanted) < 0);
    }

    private static Refill refill(Money accrual, Money reserved, Balances balances, Money bound, Percent rate) {
        Money netWorth = balances.netWorth().minus(accrual);
        Money target = netWorth.max(Money.ZERO).percent(rate);
        Money before = balances.of(LedgerAccount.BUFFER);
        Money wanted = target.minus(before).floorToCent().max(Money.ZERO);
        Money free = balances.freeCash(bound, balances.of(LedgerAccount.CASH).minus(reserved));
        Money moved = wanted.min(free);
        return new Refill(netWorth, rate, target, before, moved, moved.compareTo(wanted) < 0);
    }
}
