package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.time.LocalDate;
import java.util.List;

/** SQL of money in SUSPENSE. */
final class SuspenseStore {

    private static final String LIST = Sql.of(SuspenseStore.class, "in-suspense");
    private static final String DEPARTURE = Sql.of(SuspenseStore.class, "departure");

    private final Session session;

    SuspenseStore(Session session) {
        this.session = session;
    }

    /** In the order of the accounts. */
    List<InSuspense> list() {
        return session.client()
                .sql(LIST)
                .query((row, no) -> new InSuspense(
                        row.getString("code"),
                        Money.of(row.getBigDecimal("suspense")),
                        row.getObject("left_on", LocalDate.class),
                        row.getString("state")))
                .list();
    }

    /** The last line by which this amount left, or else the last one of all. */
    Departure departure(AccountId account, Money amount) {
        return session.client()
                .sql(DEPARTURE)
                .param("account", account.value())
                .param("amount", amount.amount())
                .query((row, no) -> new Departure(row.getObject("left_on", LocalDate.class), row.getString("deposit")))
                .single();
    }
}
