package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.time.LocalDate;

/** SQL of what has become of a balance since a day. */
final class LaterMovementStore {

    private static final String LATER = Sql.of(LaterMovementStore.class, "later-movements");

    private final Session session;

    LaterMovementStore(Session session) {
        this.session = session;
    }

    /** Debits less credits by movements that took effect after the day. */
    Money change(AccountId account, LedgerAccount ledger, LocalDate after) {
        return session.client()
                .sql(LATER)
                .param("account", account.value())
                .param("ledger", ledger.name())
                .param("after", after)
                .query((row, no) -> Money.of(row.getBigDecimal("change")))
                .single();
    }
}
