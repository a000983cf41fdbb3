package io.alluse.allocation;

import io.alluse.allocation.PeriodDecision.Close;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxDecision;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;

/** From a decision to its movements and to the arithmetic kept with them; each step is a movement of its own. */
final class AllocationPostings {

    private AllocationPostings() {}

    static List<Movement> movements(Close close, BusinessDay date) {
        List<Movement> movements = new ArrayList<>(6);
        if (close.tax() instanceof TaxDecision.Settle settle) {
            movements.addAll(TaxAndBuffer.movements(settle, date));
        }
        Allocated allocated = close.allocated();
        add(movements, LedgerAccount.ALLOCATED_CONTRACTS, allocated.contracts(), date);
        add(movements, LedgerAccount.ALLOCATED_SHARES, allocated.shares(), date);
        add(movements, LedgerAccount.ALLOCATED_LEAPS, allocated.leaps(), date);
        return movements;
    }

    private static void add(List<Movement> movements, LedgerAccount bucket, Money amount, BusinessDay date) {
        if (amount.isPositive()) {
            movements.add(Movement.of(LedgerAccount.CASH, bucket, amount, date.date()));
        }
    }

    /** Only what is known to be settled under this policy counts as settled by this event. */
    static EventKind kind(Close close, boolean wasSettled) {
        return switch (close.tax()) {
            case TaxDecision.Settle settle -> settle.kind();
            case TaxDecision.Settled _, TaxDecision.NotEligible _ -> wasSettled ? EventKind.SETTLED : EventKind.POSTED;
        };
    }

    static Json detail(Close close) {
        Json detail = close.tax() instanceof TaxDecision.Settle settle ? TaxAndBuffer.detail(settle) : Json.canonical();
        return detail.put("allocation", allocation(close));
    }

    private static Json allocation(Close close) {
        Allocated allocated = close.allocated();
        Json json = Json.canonical()
                .put("gain", close.result().gain().canonical())
                .put("taxes", close.result().taxes().canonical());
        if (close.result().since() != null) {
            json.put("since", close.result().since().toString());
        }
        if (!allocated.wanted().isZero()) {
            json.put("basis", allocated.basis().word())
                    .put("allocated", allocated.total().canonical());
        }
        if (allocated.isShortOfCash()) {
            json.put("freeCash", allocated.freeCash().canonical()).put("limit", "free cash");
        }
        return json;
    }
}
