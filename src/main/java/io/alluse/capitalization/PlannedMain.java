package io.alluse.capitalization;

import io.alluse.account.AccountState;
import io.alluse.account.NewMainAccount;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import java.util.List;
import java.util.Objects;

/** A main account that a plan would open. */
public record PlannedMain(String code, String name, String policy, Money capital, List<PlannedAccount> accounts) {

    /** One of its accounts: its part of the capital is cash that can be invested, and the buffer. */
    public record PlannedAccount(String code, AccountState state, Money investable, Money buffer) {

        public Money capital() {
            return investable.plus(buffer);
        }
    }

    static PlannedMain of(Opening opening) {
        NewMainAccount main = opening.main();
        return new PlannedMain(
                main.code(),
                main.name(),
                main.policy(),
                main.capital(),
                opening.postings().stream().map(PlannedMain::account).toList());
    }

    private static PlannedAccount account(Posting posting) {
        Balances balances = Balances.ofMovements(posting.movements());
        return new PlannedAccount(
                posting.after().code(),
                Objects.requireNonNull(posting.state()),
                balances.of(LedgerAccount.CASH),
                balances.of(LedgerAccount.BUFFER));
    }
}
