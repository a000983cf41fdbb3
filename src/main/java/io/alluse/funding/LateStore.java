package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** SQL of announcements that may be overdue. */
final class LateStore {

    private final Session session;

    LateStore(Session session) {
        this.session = session;
    }

    /** Announced before this date and still open, in the order of accounts and events. */
    List<Late> open(Collection<AccountId> accounts, LocalDate before) {
        return session.client()
                .sql("""
                        select n.account_id, n.event_no, n.seq, n.direction, n.amount, n.instrument, n.quantity, n.dated
                        from unnest(:accounts::bigint[]) as s (account_id)
                        cross join lateral (
                            select * from announcement
                            where account_id = s.account_id and state = 'open' and dated < :before offset 0) n
                        order by n.account_id, n.event_no, n.seq""")
                .param("accounts", Ids.of(accounts))
                .param("before", before)
                .query((row, no) -> late(row))
                .list();
    }

    private static Late late(ResultSet row) throws SQLException {
        String instrument = row.getString("instrument");
        return new Late(
                new AccountId(row.getLong("account_id")),
                row.getInt("event_no"),
                row.getInt("seq"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                instrument == null
                        ? Late.amount(row.getBigDecimal("amount"))
                        : row.getBigDecimal("quantity").toPlainString() + " " + instrument,
                row.getObject("dated", LocalDate.class));
    }
}
