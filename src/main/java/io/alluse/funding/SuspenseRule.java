package io.alluse.funding;

import io.alluse.calendar.BusinessDays;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The movements that resolve money in SUSPENSE (docs/rules.md 4.6). */
final class SuspenseRule {

    private SuspenseRule() {}

    /**
     * @param on the business date of the act
     * @param announceDays for how long a line settles an announcement
     */
    record Case(AccountHead head, Money amount, Departure departure, LocalDate on, int announceDays) {}

    static Resolution resolve(SuspenseAs as, Case of) {
        return switch (as) {
            case OWNER_WITHDRAWAL -> ownerWithdrawal(of);
            case RETURNED ->
                of.departure().deposit() == null
                        ? awaited(of)
                        : arrived(of, of.departure().deposit());
            case TAX_PAYMENT -> taxPayment(of);
        };
    }

    /** As if it had been posted as a withdrawal: the base falls, never below zero. */
    private static Resolution ownerWithdrawal(Case of) {
        return new Resolution(
                of.on(),
                of.head().base().min(of.amount()).negated(),
                List.of(moved(LedgerAccount.WITHDRAWALS, of)),
                List.of(),
                "withdrawn by the owner");
    }

    private static Movement moved(LedgerAccount to, Case of) {
        return Movement.of(LedgerAccount.SUSPENSE, to, of.amount(), of.on());
    }

    /** The deposit was taken for new capital: it was not. */
    private static Resolution arrived(Case of, String deposit) {
        return new Resolution(
                of.on(),
                of.head().base().min(of.amount()).negated(),
                List.of(new Movement(
                        LedgerAccount.SUSPENSE, LedgerAccount.CAPITAL, of.amount(), of.on(), null, deposit)),
                List.of(),
                "returned by the deposit of line " + deposit + ", which is no new capital");
    }

    /** In CASH at once and announced, so that the line that returns it settles it instead of counting as a deposit. */
    private static Resolution awaited(Case of) {
        LocalDate left = of.departure().left();
        boolean isOver = of.on().isAfter(BusinessDays.after(left, of.announceDays()));
        LocalDate dated = isOver ? of.on() : left;
        return new Resolution(
                dated,
                Money.ZERO,
                List.of(Movement.of(LedgerAccount.SUSPENSE, LedgerAccount.CASH, of.amount(), dated)),
                List.of(new Announcement.Cash(Direction.IN, of.amount(), dated)),
                "returned: announced from " + dated + " on, and settled by the line that shows it");
    }

    /** It was paid out of CASH, so the reserve, which was for it, goes to CASH: together TAX_RESERVE has paid TAX_PAYABLE. */
    private static Resolution taxPayment(Case of) {
        List<Movement> movements = new ArrayList<>(2);
        movements.add(moved(LedgerAccount.TAX_PAYABLE, of));
        Money reserve = of.head().balances().of(LedgerAccount.TAX_RESERVE).min(of.amount());
        if (reserve.isPositive()) {
            movements.add(Movement.of(LedgerAccount.TAX_RESERVE, LedgerAccount.CASH, reserve, of.on()));
        }
        return new Resolution(of.on(), Money.ZERO, movements, List.of(), "tax paid");
    }
}
