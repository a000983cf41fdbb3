package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.ChainHead;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of whom brokerage accounts serve and what is announced to them. */
final class FactsStore {

    private static final String SERVED = Sql.of(FactsStore.class, "served-accounts");
    private static final String ANNOUNCED = Sql.of(FactsStore.class, "open-announcements");
    private static final String SETTLE = Sql.of(FactsStore.class, "settle-announcements");

    private static final String WITHDRAW = Sql.of(FactsStore.class, "withdraw-announcements");
    private static final String MERGED_INTO = Sql.of(FactsStore.class, "merged-into");

    private final Session session;

    FactsStore(Session session) {
        this.session = session;
    }

    /** The accounts that each of these brokerage accounts serves, in the order of their ids. */
    SortedMap<Long, List<AccountId>> served(Collection<Long> brokerages) {
        SortedMap<Long, List<AccountId>> served = new TreeMap<>();
        session.client()
                .sql(SERVED)
                .param("ids", brokerages.toArray(Long[]::new))
                .query(row -> {
                    served.computeIfAbsent(row.getLong("brokerage_id"), _ -> new ArrayList<>())
                            .add(new AccountId(row.getLong("account_id")));
                });
        return served;
    }

    /** Of those of these accounts that a merge has emptied: who receives what still arrives for them (docs/rules.md 7.3). */
    Map<AccountId, AccountId> mergedInto(Collection<AccountId> accounts) {
        Map<AccountId, AccountId> targets = new HashMap<>();
        if (!accounts.isEmpty()) {
            session.client()
                    .sql(MERGED_INTO)
                    .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                    .query((RowCallbackHandler) row -> targets.put(
                            new AccountId(row.getLong("account_id")), new AccountId(row.getLong("target_id"))));
        }
        return targets;
    }

    Map<AccountId, List<OpenAnnouncement>> announced(Collection<AccountId> accounts) {
        Map<AccountId, List<OpenAnnouncement>> announced = new HashMap<>();
        session.client()
                .sql(ANNOUNCED)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    OpenAnnouncement open = announcement(row);
                    announced
                            .computeIfAbsent(open.account(), _ -> new ArrayList<>())
                            .add(open);
                });
        return announced;
    }

    private static OpenAnnouncement announcement(ResultSet row) throws SQLException {
        return new OpenAnnouncement(
                new AccountId(row.getLong("account_id")),
                row.getString("code"),
                row.getInt("event_no"),
                row.getInt("seq"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("amount"),
                row.getString("instrument"),
                row.getBigDecimal("quantity"),
                row.getObject("dated", LocalDate.class));
    }

    /**
     * What settles an announcement.
     *
     * @param on the effective date of the line
     */
    record Settlement(OpenAnnouncement announced, String line, LocalDate on) {}

    /** In the caller's transaction, which holds the posting lock: nobody else has settled them since they were read. */
    void settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        List<OpenAnnouncement> announcements =
                settlements.stream().map(Settlement::announced).toList();
        int settled = session.client()
                .sql(SETTLE)
                .param(
                        "accounts",
                        announcements.stream().map(one -> one.account().value()).toArray(Long[]::new))
                .param(
                        "events",
                        announcements.stream().map(OpenAnnouncement::event).toArray(Integer[]::new))
                .param("seqs", announcements.stream().map(OpenAnnouncement::seq).toArray(Integer[]::new))
                .param("lines", settlements.stream().map(Settlement::line).toArray(String[]::new))
                .param(
                        "dates",
                        settlements.stream().map(one -> one.on().toString()).toArray(String[]::new))
                .update();
        if (settled != settlements.size()) {
            throw new IllegalStateException("only " + settled + " of " + settlements.size()
                    + " announcements were still open, the first being "
                    + announcements.getFirst().text());
        }
    }

    /** To the broker of a merged account, beside its last event; what was announced the other way in the same quantity is then done. */
    void announce(ChainHead merged, AccountId target, List<Announcement> received) {
        for (Announcement announced : received) {
            if (!(announced instanceof Announcement.Instrument moved) || !isDone(merged.account(), target, moved)) {
                announce(merged, announced);
            }
        }
    }

    /** Such as a written option that was to move, and has expired where it was: where all three are open, none is needed. */
    private boolean isDone(AccountId merged, AccountId target, Announcement.Instrument moved) {
        int withdrawn = session.client()
                .sql(WITHDRAW)
                .param("merged", merged.value())
                .param("target", target.value())
                .param("direction", moved.direction() == Direction.IN ? "in" : "out")
                .param("instrument", moved.instrument())
                .param("quantity", moved.quantity())
                .update();
        return withdrawn > 0;
    }

    private void announce(ChainHead merged, Announcement announced) {
        Announcement.@Nullable Instrument moved = announced instanceof Announcement.Instrument one ? one : null;
        session.client()
                .sql("""
                        insert into announcement (account_id, event_no, seq, direction, amount, instrument, quantity, dated)
                        select :account, :event, coalesce(max(seq), 0) + 1, :direction, :amount, :instrument, :quantity, :dated
                        from announcement where account_id = :account and event_no = :event""")
                .param("account", merged.account().value())
                .param("event", merged.lastNo())
                .param("direction", announced.direction() == Direction.IN ? "out" : "in")
                .param("amount", announced.cash(), Types.NUMERIC)
                .param("instrument", moved == null ? null : moved.instrument(), Types.VARCHAR)
                .param("quantity", moved == null ? null : moved.quantity(), Types.NUMERIC)
                .param("dated", announced.dated())
                .update();
    }
}
