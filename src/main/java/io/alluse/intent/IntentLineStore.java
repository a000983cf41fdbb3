package io.alluse.intent;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL that reads intents for people. */
final class IntentLineStore {

    private static final String LINES = Sql.of(IntentLineStore.class, "intent-lines");

    private final Session session;

    IntentLineStore(Session session) {
        this.session = session;
    }

    /** Behind this one, in the order of accounts and events. */
    List<IntentLine> page(IntentQuery query, IntentRef after, int limit) {
        IntentState state = query.state();
        return session.client()
                .sql(LINES)
                .param("from", query.from())
                .param("to", query.to())
                .param("account", after.account().value())
                .param("event", after.event())
                .param("no", after.no())
                .param("date", query.date(), Types.DATE)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, no) -> line(row))
                .list();
    }

    Optional<IntentLine> find(IntentRef ref) {
        IntentRef before = new IntentRef(ref.account(), ref.event(), ref.no() - 1);
        return page(new IntentQuery(ref.account(), null, null), before, 1).stream()
                .filter(line -> line.intent().ref().equals(ref))
                .findFirst();
    }

    private static IntentLine line(ResultSet row) throws SQLException {
        return new IntentLine(
                row.getString("code"),
                intent(row),
                row.getString("filled_by"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("ended_no", Integer.class),
                row.getString("cause"));
    }

    private static KeptIntent intent(ResultSet row) throws SQLException {
        IntentRef ref =
                new IntentRef(new AccountId(row.getLong("account_id")), row.getInt("event_no"), row.getInt("no"));
        return new KeptIntent(
                ref,
                row.getObject("business_date", LocalDate.class),
                order(row),
                IntentState.valueOf(row.getString("state")),
                row.getBigDecimal("filled"),
                Money.of(row.getBigDecimal("spent")));
    }

    private static OrderIntent order(ResultSet row) throws SQLException {
        return new OrderIntent(
                row.getInt("no"),
                IntentKind.valueOf(row.getString("kind")),
                row.getString("symbol"),
                row.getBigDecimal("quantity"),
                Money.of(row.getBigDecimal("budget")),
                row.getBigDecimal("price"),
                date(row, "price_date"),
                delta(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                date(row, "expiry_from"),
                date(row, "expiry_to"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable DeltaBand delta(ResultSet row) throws SQLException {
        return IntentStore.delta(row.getObject("delta_from", Integer.class), row.getObject("delta_to", Integer.class));
    }

    /** Line by line what has filled it. */
    List<IntentFill> fills(IntentRef ref) {
        return session.client()
                .sql("""
                        select line_id, filled_on, quantity, spent from order_intent_fill
                        where account_id = :account and event_no = :event and no = :no
                        order by after_no, length(line_id), line_id""")
                .param("account", ref.account().value())
                .param("event", ref.event())
                .param("no", ref.no())
                .query((row, no) -> fill(row))
                .list();
    }

    private static IntentFill fill(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        return new IntentFill(
                row.getString("line_id"),
                row.getObject("filled_on", LocalDate.class),
                quantity,
                Money.of(row.getBigDecimal("spent")));
    }
}
