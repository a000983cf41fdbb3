package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.report.HistoryLine.Moved;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL that reads the history of one account. */
final class HistoryStore {

    private static final String EVENTS = Sql.of(HistoryStore.class, "events");
    private static final String MOVEMENTS = Sql.of(HistoryStore.class, "movements");

    private final Session session;

    HistoryStore(Session session) {
        this.session = session;
    }

    List<HistoryLine> page(AccountId account, int after, int limit) {
        List<HistoryLine> events = session.client()
                .sql(EVENTS)
                .param("account", account.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, no) -> event(row))
                .list();
        if (events.isEmpty()) {
            return events;
        }
        Map<Integer, List<Moved>> made =
                movements(account, events.getFirst().no(), events.getLast().no());
        return events.stream()
                .map(event -> event.with(made.getOrDefault(event.no(), List.of())))
                .toList();
    }

    private Map<Integer, List<Moved>> movements(AccountId account, int first, int last) {
        Map<Integer, List<Moved>> made = new HashMap<>();
        session.client()
                .sql(MOVEMENTS)
                .param("account", account.value())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    made.computeIfAbsent(row.getInt("event_no"), no -> new ArrayList<>())
                            .add(moved(row));
                });
        return made;
    }

    private static HistoryLine event(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getInt("no"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("effective_date", LocalDate.class),
                row.getString("rule"),
                row.getString("ref"),
                row.getString("kind"),
                row.getString("state"),
                Money.of(row.getBigDecimal("base_change")),
                List.of(),
                row.getString("detail"),
                row.getString("policy_hash"),
                row.getString("hash"),
                row.getObject("run_id", Long.class));
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getString("from_account"),
                row.getString("to_account"),
                Money.of(row.getBigDecimal("amount")),
                row.getObject("effective_date", LocalDate.class),
                row.getString("transfer_id"),
                row.getString("line_id"));
    }
}
