package io.alluse.absorption;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** SQL of what a merge has posted and announced; few events at a time. */
final class ReturnStore {

    private final Session session;

    ReturnStore(Session session) {
        this.session = session;
    }

    List<Movement> movements(AccountId account, int event) {
        return session.client()
                .sql("""
                        select from_account, to_account, amount, effective_date, transfer_id, line_id from movement
                        where account_id = :account and event_no = :event order by seq""")
                .param("account", account.value())
                .param("event", event)
                .query((row, no) -> new Movement(
                        LedgerAccount.valueOf(row.getString("from_account")),
                        LedgerAccount.valueOf(row.getString("to_account")),
                        Money.of(row.getBigDecimal("amount")),
                        row.getObject("effective_date", LocalDate.class),
                        row.getString("transfer_id"),
                        row.getString("line_id")))
                .list();
    }

    /** By what an event changed the base. */
    Money baseChange(AccountId account, int event) {
        return session.client()
                .sql("select base_change from event where account_id = :account and no = :event")
                .param("account", account.value())
                .param("event", event)
                .query((row, no) -> Money.of(row.getBigDecimal("base_change")))
                .single();
    }

    /** What the broker has done already goes back there, which is announced anew. */
    List<Announcement> back(AccountId account, int event, LocalDate date) {
        return session.client()
                .sql("""
                        select direction, amount, instrument, quantity from announcement
                        where account_id = :account and event_no = :event and state = 'settled' order by seq""")
                .param("account", account.value())
                .param("event", event)
                .query((row, no) -> back(row, date))
                .list();
    }

    private static Announcement back(ResultSet row, LocalDate date) throws SQLException {
        Direction back = row.getString("direction").equals("in") ? Direction.OUT : Direction.IN;
        BigDecimal amount = row.getBigDecimal("amount");
        return amount != null
                ? new Announcement.Cash(back, Money.of(amount), date)
                : new Announcement.Instrument(back, row.getString("instrument"), row.getBigDecimal("quantity"), date);
    }

    /** What is still announced will not happen. */
    void withdraw(AccountId account, int event) {
        session.client()
                .sql("""
                        update announcement set state = 'withdrawn'
                        where account_id = :account and event_no = :event and state = 'open'""")
                .param("account", account.value())
                .param("event", event)
                .update();
    }
}
