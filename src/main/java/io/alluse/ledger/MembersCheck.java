package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerRow.AccountRow;
import io.alluse.ledger.LedgerRow.MainRow;
import io.alluse.policy.Tier;
import org.jspecify.annotations.Nullable;

/** Whether each main account has its accounts: one per tier, further ones numbered on, all of them named after it. */
final class MembersCheck {

    private static final int FEWEST = Tier.values().length;

    private final Findings findings;
    private @Nullable MainRow main;
    private int members;

    MembersCheck(Findings findings) {
        this.findings = findings;
    }

    void next(MainRow next) {
        end();
        main = next;
        members = 0;
    }

    void member(AccountRow account) {
        AccountId id = new AccountId(account.id());
        if (main == null || main.id() != id.main().value()) {
            findings.add(Finding.ofAccount(account.code(), "main account", "one with its number", "none"));
            return;
        }
        if (!account.code().startsWith(main.code() + "-")) {
            findings.add(Finding.ofAccount(account.code(), "code", main.code() + "-…", account.code()));
        }
        int member = (int) (account.id() - main.id());
        missingUpTo(member - 1, main);
        members = member;
    }

    /** After the last member. */
    void end() {
        if (main != null) {
            missingUpTo(FEWEST, main);
        }
    }

    private void missingUpTo(int last, MainRow of) {
        for (int missing = members + 1; missing <= last; missing++) {
            findings.add(Finding.ofAccount(of.code(), "account number " + missing, "to be there", "none"));
        }
    }
}
