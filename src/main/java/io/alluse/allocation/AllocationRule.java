package io.alluse.allocation;

import io.alluse.account.AccountState;
import io.alluse.allocation.PeriodDecision.Close;
import io.alluse.allocation.PeriodDecision.Closed;
import io.alluse.allocation.PeriodDecision.NotEligible;
import io.alluse.allocation.PeriodDecision.NotInPolicy;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Mark;
import io.alluse.money.Money;
import io.alluse.policy.Allocation;
import io.alluse.policy.Basis;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Allocates what a week or a quarter has earned, after tax, reserve and buffer (docs/rules.md 5.4, 5.5). */
final class AllocationRule {

    private AllocationRule() {}

    /** The tax decision is about this very head and date. */
    static PeriodDecision decide(
            AccountHead head, Optional<Allocation> allocation, @Nullable Mark mark, TaxDecision tax, BusinessDay date) {
        if (head.state() != AccountState.ACTIVE && head.state() != AccountState.FORKING) {
            return new NotEligible(head.state());
        }
        if (allocation.isEmpty()) {
            return new NotInPolicy();
        }
        if (mark != null && !mark.date().isBefore(date.date())) {
            return new Closed(mark);
        }
        Balances settled = settled(head.balances(), tax, date);
        Result result = result(settled, mark);
        return new Close(
                tax,
                result,
                allocated(result, allocation.get(), settled.freeCash(head.bound(), settled.of(LedgerAccount.CASH))));
    }

    private static Balances settled(Balances balances, TaxDecision tax, BusinessDay date) {
        return switch (tax) {
            case TaxDecision.Settle settle -> balances.after(TaxAndBuffer.movements(settle, date));
            case TaxDecision.Settled _, TaxDecision.NotEligible _ -> balances;
        };
    }

    /** Without a mark, everything since the account was opened. */
    private static Result result(Balances settled, @Nullable Mark mark) {
        Money gain = settled.gain();
        Money taxes = settled.natural(LedgerAccount.TAXES);
        return mark == null
                ? new Result(null, gain, taxes)
                : new Result(mark.date(), gain.minus(mark.gain()), taxes.minus(mark.taxes()));
    }

    private static Allocated allocated(Result result, Allocation allocation, Money freeCash) {
        Money wanted = wanted(result, allocation.basis());
        List<Money> parts = allocation.of(wanted.min(freeCash));
        return new Allocated(allocation.basis(), wanted, freeCash, parts.get(0), parts.get(1), parts.get(2));
    }

    /** A period without a gain, before or after its tax, allocates nothing. */
    private static Money wanted(Result result, Basis basis) {
        if (!result.gain().isPositive() || !result.afterTax().isPositive()) {
            return Money.ZERO;
        }
        return switch (basis) {
            case PRE_TAX -> result.gain().floorToCent();
            case POST_TAX -> result.afterTax().floorToCent();
        };
    }
}
