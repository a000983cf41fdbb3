package io.alluse.hierarchy;

import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import java.util.ArrayList;
import java.util.List;

/** What is to be found fault with in an account: what its rows show, and what it holds though it is closed (docs/rules.md 8.5). */
final class HierarchyRule {

    private HierarchyRule() {}

    static List<Finding> findings(AccountHead head, List<Finding> ofRows) {
        List<Finding> findings = new ArrayList<>(ofRows);
        if (head.state() == AccountState.CLOSED) {
            addHeld(head, findings);
        }
        return findings;
    }

    private static void addHeld(AccountHead head, List<Finding> findings) {
        for (LedgerAccount account : LedgerAccount.values()) {
            boolean counts = account.isNetWorth() || account == LedgerAccount.SUSPENSE;
            if (counts && !head.balances().of(account).isZero()) {
                findings.add(new Finding(
                        "it is CLOSED and holds " + account,
                        head.balances().natural(account).toString()));
            }
        }
        if (!head.base().isZero()) {
            findings.add(new Finding("it is CLOSED and has a base", head.base().toString()));
        }
    }
}
