package io.alluse.intent;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import io.alluse.sql.CopyReader;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL that reads intents for rules and says how far they have come; straight in the table partition where there are many. */
final class IntentStore {

    private static final String OPEN = Sql.of(IntentStore.class, "open-intents");
    private static final String FILLABLE = Sql.of(IntentStore.class, "fillable-intents");
    private static final String BEFORE = Sql.of(IntentStore.class, "intents-before");
    private static final String EXPIRE = Sql.of(IntentStore.class, "expire-intents");
    private static final String FILL = Sql.of(IntentStore.class, "fill-intents");
    private static final String CANCEL = Sql.of(IntentStore.class, "cancel-intents");
    private static final String CANCEL_MANY = Sql.of(IntentStore.class, "cancel-many");
    private static final String PLACE = """
            copy order_intent_p%02d (account_id, event_no, no, business_date, kind, symbol, quantity, budget, price, price_date,
                delta_from, delta_to, valid_from, valid_until, expiry_from, expiry_to) from stdin (format binary)""";
    private static final int PLACED_COLUMNS = 16;
    private static final String ADD_FILLS = """
            copy order_intent_fill_p%02d (account_id, event_no, no, line_id, filled_on, after_no, quantity, spent)
                from stdin (format binary)""";
    private static final int FILL_COLUMNS = 8;
    static final int COLUMNS = 19;

    private final Session session;

    IntentStore(Session session) {
        this.session = session;
    }

    Map<AccountId, List<KeptIntent>> open(int partition, Collection<AccountId> accounts) {
        return byAccount(OPEN.formatted(partition, numbers(accounts)));
    }

    Map<AccountId, List<KeptIntent>> fillable(int partition, Collection<AccountId> accounts, LocalDate since) {
        return byAccount(FILLABLE.formatted(partition, numbers(accounts), since.toEpochDay()));
    }

    List<KeptIntent> before(AccountId account, int event) {
        String statement = BEFORE.formatted(account.partition(), account.value(), event);
        return byAccount(statement).getOrDefault(account, List.of());
    }

    private static String numbers(Collection<AccountId> accounts) {
        return accounts.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }

    private Map<AccountId, List<KeptIntent>> byAccount(String statement) {
        return session.connected(connection -> byAccount(connection, statement));
    }

    private static Map<AccountId, List<KeptIntent>> byAccount(Connection connection, String statement)
            throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, COLUMNS)) {
            Map<AccountId, List<KeptIntent>> intents = new HashMap<>();
            while (row.next()) {
                KeptIntent intent = intent(row);
                intents.computeIfAbsent(intent.ref().account(), _ -> new ArrayList<>())
                        .add(intent);
            }
            return intents;
        }
    }

    /** The columns stand in the order in which they are read. */
    static KeptIntent intent(CopyReader row) {
        IntentRef ref = new IntentRef(new AccountId(row.bigint()), row.integer(), row.integer());
        LocalDate date = row.date();
        OrderIntent order = new OrderIntent(
                ref.no(),
                IntentKind.valueOf(row.text()),
                row.text(),
                row.numeric(),
                Money.of(number(row)),
                row.numeric(),
                row.dateOrNull(),
                delta(row.integerOrNull(), row.integerOrNull()),
                row.date(),
                row.date(),
                row.dateOrNull(),
                row.dateOrNull());
        return new KeptIntent(ref, date, order, IntentState.valueOf(row.text()), number(row), Money.of(number(row)));
    }

    static @Nullable DeltaBand delta(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null ? null : new DeltaBand(from, to);
    }

    private static BigDecimal number(CopyReader row) {
        return Objects.requireNonNull(row.numeric(), "the column is not null");
    }

    void place(int partition, List<Intents.Placed> placed, LocalDate date) {
        CopyRows rows = new CopyRows(PLACED_COLUMNS);
        placed.forEach(one -> add(rows, one, date));
        session.copy(rows, PLACE.formatted(partition));
    }

    private static void add(CopyRows rows, Intents.Placed placed, LocalDate date) {
        OrderIntent order = placed.order();
        rows.row()
                .put(placed.account().value())
                .putInteger(placed.event())
                .putSmall(order.no())
                .put(date)
                .put(order.kind().name())
                .put(order.symbol())
                .put(order.quantity())
                .put(order.budget().amount())
                .put(order.price())
                .putOrNull(order.priceDate());
        DeltaBand delta = order.delta();
        if (delta == null) {
            rows.putNull().putNull();
        } else {
            rows.putSmall(delta.from()).putSmall(delta.to());
        }
        rows.put(order.validFrom())
                .put(order.validUntil())
                .putOrNull(order.expiryFrom())
                .putOrNull(order.expiryTo());
    }

    void expire(int partition, List<Intents.Expired> expired, LocalDate on) {
        int updated = session.client()
                .sql(EXPIRE.formatted(partition))
                .param("on", on)
                .param(
                        "accounts",
                        expired.stream().map(one -> one.ref().account().value()).toArray(Long[]::new))
                .param("events", expired.stream().map(one -> one.ref().event()).toArray(Integer[]::new))
                .param("nos", expired.stream().map(one -> one.ref().no()).toArray(Integer[]::new))
                .param("ended", expired.stream().map(Intents.Expired::event).toArray(Integer[]::new))
                .update();
        mustBeAll(updated, expired.size(), "open");
    }

    private static void mustBeAll(int updated, int due, String state) {
        if (updated != due) {
            throw new IllegalStateException("only " + updated + " of " + due + " order intents were still " + state);
        }
    }

    /** Each line is kept; of an intent that several lines fill, the last one says how it stands. */
    void fill(int partition, List<Intents.Filled> filled) {
        CopyRows rows = new CopyRows(FILL_COLUMNS);
        Map<IntentRef, Intents.Filled> last = new HashMap<>();
        for (Intents.Filled one : filled) {
            KeptIntent after = one.fill().after();
            last.put(after.ref(), one);
            rows.row()
                    .put(after.ref().account().value())
                    .putInteger(after.ref().event())
                    .putSmall(after.ref().no())
                    .put(one.line())
                    .put(one.fill().on())
                    .putInteger(one.event())
                    .put(one.fill().quantity())
                    .put(one.fill().spent().amount());
        }
        session.copy(rows, ADD_FILLS.formatted(partition));
        update(partition, List.copyOf(last.values()));
    }

    private void update(int partition, List<Intents.Filled> last) {
        List<KeptIntent> after = last.stream().map(one -> one.fill().after()).toList();
        int updated = session.client()
                .sql(FILL.formatted(partition))
                .param(
                        "accounts",
                        after.stream().map(one -> one.ref().account().value()).toArray(Long[]::new))
                .param("events", after.stream().map(one -> one.ref().event()).toArray(Integer[]::new))
                .param("nos", after.stream().map(one -> one.ref().no()).toArray(Integer[]::new))
                .param("states", after.stream().map(one -> one.state().name()).toArray(String[]::new))
                .param("filled", after.stream().map(KeptIntent::filled).toArray(BigDecimal[]::new))
                .param("spent", after.stream().map(one -> one.spent().amount()).toArray(BigDecimal[]::new))
                .param("lines", last.stream().map(Intents.Filled::line).toArray(String[]::new))
                .param(
                        "dates",
                        last.stream().map(one -> one.fill().on().toString()).toArray(String[]::new))
                .param("after", last.stream().map(Intents.Filled::event).toArray(Integer[]::new))
                .update();
        mustBeAll(updated, after.size(), "to be filled");
    }

    void cancelAll(int partition, List<Intents.CalledBack> accounts) {
        session.client()
                .sql(CANCEL_MANY.formatted(partition))
                .param(
                        "accounts",
                        accounts.stream().map(one -> one.account().value()).toArray(Long[]::new))
                .param(
                        "on",
                        accounts.stream().map(one -> one.end().on().toString()).toArray(String[]::new))
                .param("ended", accounts.stream().map(one -> one.end().event()).toArray(Integer[]::new))
                .param("causes", accounts.stream().map(one -> one.end().cause()).toArray(String[]::new))
                .update();
    }

    /** One of them, or all that the account has open; how many there were. */
    int cancel(AccountId account, @Nullable IntentRef only, Intents.End end) {
        return session.client()
                .sql(CANCEL)
                .param("account", account.value())
                .param("event", only == null ? null : only.event(), Types.INTEGER)
                .param("no", only == null ? null : only.no(), Types.INTEGER)
                .param("on", end.on())
                .param("ended", end.event())
                .param("cause", end.cause())
                .update();
    }
}
