package io.alluse.ledger;

import io.alluse.money.Money;

/** What must hold for the ledger as a whole (docs/rules.md 11.6), counted by the database and by the replay. */
final class LedgerLaws {

    private LedgerLaws() {}

    static void check(LedgerSums stored, LedgerSums replayed, Findings findings) {
        compare("number of accounts", replayed.accounts(), stored.accounts(), findings);
        compare("number of events", replayed.events(), stored.events(), findings);
        compare("number of movements", replayed.movements(), stored.movements(), findings);
        compare("sum of bases", replayed.base(), stored.base(), findings);
        compare("sum of all balances", Money.ZERO, sum(stored.balances()), findings);
        compare("sum of TRANSFERS", Money.ZERO, stored.balances().of(LedgerAccount.TRANSFERS), findings);
        compare(
                "net worth at cost",
                explained(stored.balances()),
                stored.balances().netWorth(),
                findings);
    }

    private static void compare(String what, Object expected, Object found, Findings findings) {
        if (!expected.equals(found)) {
            findings.add(Finding.ofLedger(what, expected.toString(), found.toString()));
        }
    }

    private static Money sum(Balances balances) {
        return balances.inChartOrder().stream().reduce(Money.ZERO, Money::plus);
    }

    /** Contributed − withdrawn + results − taxes, and what waits in suspense has left net worth. */
    private static Money explained(Balances balances) {
        return balances.natural(LedgerAccount.CAPITAL)
                .minus(balances.natural(LedgerAccount.WITHDRAWALS))
                .plus(results(balances))
                .minus(balances.natural(LedgerAccount.TAXES))
                .minus(balances.natural(LedgerAccount.SUSPENSE));
    }

    private static Money results(Balances balances) {
        return balances.natural(LedgerAccount.PREMIUM)
                .plus(balances.natural(LedgerAccount.GAINS_SHORT))
                .plus(balances.natural(LedgerAccount.GAINS_LONG))
                .plus(balances.natural(LedgerAccount.DIVIDENDS))
                .plus(balances.natural(LedgerAccount.INTEREST))
                .minus(balances.natural(LedgerAccount.FEES));
    }
}
