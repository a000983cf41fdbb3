package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL of whom brokerage accounts serve and what is announced to them. */
final class FactsStore {

    private static final String SERVED = Sql.of(FactsStore.class, "served-accounts");
    private static final String ANNOUNCED = Sql.of(FactsStore.class, "open-announcements");
    private static final String SETTLE = Sql.of(FactsStore.class, "settle-announcements");

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
}
