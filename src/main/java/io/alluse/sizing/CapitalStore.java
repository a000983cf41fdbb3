package io.alluse.sizing;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;

/** SQL of what has moved since a day. */
final class CapitalStore {

    private final Session session;

    CapitalStore(Session session) {
        this.session = session;
    }

    /** All that took effect after the day, backwards: added to what the account has now, it is what it had then. */
    List<Movement> backTo(AccountId account, LocalDate day) {
        return session.client()
                .sql("""
                        select from_account, to_account, sum(amount) as amount from movement
                        where account_id = :account and effective_date > :day group by from_account, to_account""")
                .param("account", account.value())
                .param("day", day)
                .query((row, no) -> Movement.of(
                        LedgerAccount.valueOf(row.getString("to_account")),
                        LedgerAccount.valueOf(row.getString("from_account")),
                        Money.of(row.getBigDecimal("amount")),
                        day))
                .list();
    }
}
