package io.alluse.fork;

import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Part;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.text.Json;
import java.util.List;

/** Checks what a fork comes to, from its movements alone, before any of them is posted; the result is kept with the event. */
final class ForkValidation {

    private ForkValidation() {}

    /** A fork that does not come out right is not carried out. */
    static Json of(AccountHead head, Fork fork, List<Movement> paid, List<List<Movement>> received) {
        Balances parent = head.balances().after(paid);
        Money children = Money.ZERO;
        Balances moved = Balances.ofMovements(paid);
        for (int i = 0; i < received.size(); i++) {
            Balances child = Balances.ofMovements(received.get(i));
            Part part = fork.parts().get(i);
            must("net worth of the new " + part.tier(), part.amount(), child.netWorth());
            must("buffer of the new " + part.tier(), part.buffer(), child.of(LedgerAccount.BUFFER));
            children = children.plus(child.netWorth());
            moved = moved.plus(child);
        }
        must("what the new accounts receive", fork.amount(), children);
        must("net worth of the parent", head.balances().netWorth().minus(fork.amount()), parent.netWorth());
        must("TRANSFERS", Money.ZERO, moved.of(LedgerAccount.TRANSFERS));
        return Json.canonical()
                .put("baseAfter", fork.baseAfter().canonical())
                .put("bufferAfter", parent.of(LedgerAccount.BUFFER).canonical())
                .put("childrenReceived", children.canonical())
                .put("freeCashAfter", freeCash(head, parent).canonical())
                .put("netWorthAfter", parent.netWorth().canonical())
                .put("surplusAfter", parent.netWorth().minus(fork.baseAfter()).canonical())
                .put("transfers", moved.of(LedgerAccount.TRANSFERS).canonical());
    }

    private static Money freeCash(AccountHead head, Balances parent) {
        return parent.freeCash(head.bound(), parent.of(LedgerAccount.CASH));
    }

    private static void must(String what, Money expected, Money found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "the fork does not come out right: " + what + " would be " + found + " instead of " + expected);
        }
    }
}
