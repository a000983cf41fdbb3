package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.run.RunKey;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.sweep.Explanation.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** SQL that finds what a run did to one account. */
final class ExplanationStore {

    private static final String EVENT = Sql.of(ExplanationStore.class, "run-event");
    private static final String LAST_BEFORE = Sql.of(ExplanationStore.class, "last-event-before");

    private final Session session;

    ExplanationStore(Session session) {
        this.session = session;
    }

    /** Drawn when the account was opened. */
    long serial(AccountId account) {
        return session.client()
                .sql("select serial from account_head where account_id = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    Optional<Event> event(AccountId account, long runId, RunKey key) {
        return session.client()
                .sql(EVENT)
                .param("rule", key.job())
                .param("ref", key.date().toString())
                .param("account", account.value())
                .param("run", runId)
                .query((row, no) -> new Event(
                        row.getInt("no"),
                        EventKind.valueOf(row.getString("kind")),
                        PolicyHash.of(row.getBytes("policy_hash")),
                        movements(account, row.getInt("no")),
                        row.getString("detail")))
                .optional();
    }

    private List<Movement> movements(AccountId account, int event) {
        return session.client()
                .sql("""
                        select from_account, to_account, amount, effective_date, transfer_id, line_id from movement
                        where event_no = :event and account_id = :account order by seq""")
                .param("event", event)
                .param("account", account.value())
                .query((row, no) -> new Movement(
                        LedgerAccount.valueOf(row.getString("from_account")),
                        LedgerAccount.valueOf(row.getString("to_account")),
                        Money.of(row.getBigDecimal("amount")),
                        row.getObject("effective_date", LocalDate.class),
                        row.getString("transfer_id"),
                        row.getString("line_id")))
                .list();
    }

    /** The number of the last event that can have been there when the run came by. */
    int lastBefore(AccountId account, long runId, BusinessDay date) {
        return session.client()
                .sql(LAST_BEFORE)
                .param("account", account.value())
                .param("run", runId)
                .param("date", date.date())
                .query(Integer.class)
                .single();
    }
}
