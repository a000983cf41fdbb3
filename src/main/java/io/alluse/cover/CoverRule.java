package io.alluse.cover;

import io.alluse.cover.Cover.Step;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What covers negative CASH, and in which order (docs/rules.md 4.4): whole cents, never more than is missing. */
final class CoverRule {

    private static final List<LedgerAccount> ORDER = List.of(
            LedgerAccount.ALLOCATED_CONTRACTS,
            LedgerAccount.ALLOCATED_LEAPS,
            LedgerAccount.ALLOCATED_SHARES,
            LedgerAccount.BUFFER);

    private CoverRule() {}

    static Cover decide(Balances balances, Money bound) {
        Money cash = balances.of(LedgerAccount.CASH);
        if (cash.signum() >= 0) {
            return Cover.NONE;
        }
        Money missing = cash.floorToCent().negated();
        List<Step> steps = new ArrayList<>(ORDER.size());
        for (LedgerAccount from : ORDER) {
            Money held = balances.of(from).max(Money.ZERO);
            Money kept = from == LedgerAccount.ALLOCATED_CONTRACTS ? bound.min(held) : Money.ZERO;
            Money moved = held.minus(kept).floorToCent().min(missing);
            if (moved.isPositive()) {
                steps.add(new Step(from, held, kept, moved));
                missing = missing.minus(moved);
            }
        }
        return new Cover(cash, steps);
    }
}
