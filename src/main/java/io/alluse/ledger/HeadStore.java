package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.sql.CopyReader;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;

/** SQL of account heads. */
final class HeadStore {

    private static final LedgerAccount[] CHART = LedgerAccount.values();
    private static final String HEADS = Sql.of(HeadStore.class, "heads");
    private static final String PAGE_OF = Sql.of(HeadStore.class, "page-of");
    private static final String PAGE = Sql.of(HeadStore.class, "page");
    private static final String GLANCE = Sql.of(HeadStore.class, "glance");
    private static final int GLANCE_COLUMNS = 4;
    private static final AccountState[] STATES = AccountState.values();

    /**
     * Two indexes walked side by side, whatever the planner thinks of statistics that are older than the rows: other ways read all
     * that is left of the partition for each page.
     */
    private static final String IN_ORDER = """
            set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off;
            set local enable_hashjoin = off; set local enable_nestloop = off""";

    private static final String ANY_WAY = """
            set local enable_seqscan to default; set local enable_bitmapscan to default; set local enable_sort to default;
            set local enable_hashjoin to default; set local enable_nestloop to default""";

    private static final List<String> ADVANCE = PartitionTexts.of(Sql.of(HeadStore.class, "advance-heads"));

    private static final List<String> BIND = PartitionTexts.of("""
            update account_head_p%02d h set bound = p.bound
            from unnest(?, ?) as p (account_id, bound)
            where h.account_id = p.account_id and h.bound <> p.bound""");

    private final Session session;

    HeadStore(Session session) {
        this.session = session;
    }

    List<AccountHead> heads(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return session.client()
                .sql(HEADS)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("least", Collections.min(accounts).value())
                .param("greatest", Collections.max(accounts).value())
                .query((row, no) -> headOf(row))
                .list();
    }

    /** Table partition by table partition, which is the order of the ids. */
    List<PagedHead> page(Collection<AccountId> accounts) {
        Map<Integer, List<AccountId>> byPartition = accounts.stream()
                .collect(Collectors.groupingBy(AccountId::partition, TreeMap::new, Collectors.toList()));
        return byPartition.isEmpty()
                ? List.of()
                : inOrder(connection -> {
                    List<PagedHead> page = new ArrayList<>(accounts.size());
                    for (Map.Entry<Integer, List<AccountId>> some : byPartition.entrySet()) {
                        page.addAll(page(connection, PAGE_OF.formatted(some.getKey(), numbers(some.getValue()))));
                    }
                    return page;
                });
    }

    private static String numbers(List<AccountId> accounts) {
        return accounts.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }

    /** Goes on to the next table partition where the bounds reach into it. */
    List<Glance> glances(long after, long upTo, long serialBound, int limit) {
        return inOrder(connection -> {
            List<Glance> glances = new ArrayList<>();
            for (int partition = first(after); partition <= last(upTo) && glances.size() < limit; partition++) {
                String statement = GLANCE.formatted(partition, after, upTo, serialBound, limit - glances.size());
                glances.addAll(glances(connection, statement));
            }
            return glances;
        });
    }

    private static int first(long after) {
        return new AccountId(after + 1).partition();
    }

    private static int last(long upTo) {
        return Math.min(new AccountId(upTo).partition(), AccountId.PARTITIONS - 1);
    }

    private static List<Glance> glances(Connection connection, String statement) throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, GLANCE_COLUMNS)) {
            List<Glance> glances = new ArrayList<>();
            while (row.next()) {
                glances.add(new Glance(
                        new AccountId(row.bigint()), STATES[row.integer()], row.integer() == 1, row.bigint()));
            }
            return glances;
        }
    }

    /** Goes on to the next table partition where the bounds reach into it. */
    List<PagedHead> page(long after, long upTo, long serialBound, Set<Tier> tiers, int limit) {
        int bits = tiers.stream().mapToInt(tier -> 1 << tier.ordinal()).sum();
        return inOrder(connection -> {
            List<PagedHead> page = new ArrayList<>();
            for (int partition = first(after); partition <= last(upTo) && page.size() < limit; partition++) {
                String statement = PAGE.formatted(partition, after, upTo, serialBound, bits, limit - page.size());
                page.addAll(page(connection, statement));
            }
            return page;
        });
    }

    private <T> List<T> inOrder(ConnectionCallback<List<T>> read) {
        return session.transaction(() -> session.connected(connection -> {
            execute(connection, IN_ORDER);
            List<T> rows = read.doInConnection(connection);
            execute(connection, ANY_WAY);
            return rows;
        }));
    }

    private static void execute(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    private static List<PagedHead> page(Connection connection, String statement) throws SQLException {
        try (CopyReader rows = CopyReader.of(connection, statement, HeadPage.COLUMNS)) {
            HeadPage page = new HeadPage(rows);
            List<PagedHead> heads = new ArrayList<>();
            while (rows.next()) {
                heads.add(page.head());
            }
            return heads;
        }
    }

    private static AccountHead headOf(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getLong("account_id"));
        ChainHead chain = new ChainHead(
                account, row.getString("code"), row.getInt("last_no"), EventHash.of(row.getBytes("last_hash")));
        return new AccountHead(
                chain,
                AccountState.valueOf(row.getString("state")),
                Money.of(row.getBigDecimal("base")),
                balancesOf(row),
                row.getInt("settled_no"),
                row.getLong("settled_policy"),
                new Marks(mark(row, "week"), mark(row, "quarter")),
                Money.of(row.getBigDecimal("bound")));
    }

    private static @Nullable Mark mark(ResultSet row, String period) throws SQLException {
        LocalDate date = row.getObject(period + "_date", LocalDate.class);
        return date == null
                ? null
                : new Mark(
                        date,
                        Money.of(row.getBigDecimal(period + "_gain")),
                        Money.of(row.getBigDecimal(period + "_taxes")));
    }

    private static Balances balancesOf(ResultSet row) throws SQLException {
        List<Money> balances = new ArrayList<>(CHART.length);
        for (LedgerAccount account : CHART) {
            balances.add(Money.of(row.getBigDecimal(account.column())));
        }
        return Balances.of(balances);
    }

    /** Moves the heads on; one that is not where its posting says it is means that somebody posted past the lock. */
    void advance(int partition, HeadChanges changes) {
        int advanced = session.connected(connection -> {
            try (PreparedStatement update = connection.prepareStatement(ADVANCE.get(partition))) {
                set(connection, update, changes);
                return update.executeUpdate();
            }
        });
        if (advanced != changes.size()) {
            throw new IllegalStateException(
                    "only " + advanced + " of " + changes.size() + " chains end where their postings say");
        }
    }

    /** What open short puts of these accounts bind from now on. */
    void bind(int partition, Map<AccountId, Money> bound) {
        session.connected(connection -> {
            try (PreparedStatement update = connection.prepareStatement(BIND.get(partition))) {
                update.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint",
                                bound.keySet().stream().map(AccountId::value).toArray(Long[]::new)));
                update.setArray(
                        2,
                        connection.createArrayOf(
                                "numeric",
                                bound.values().stream().map(Money::amount).toArray(BigDecimal[]::new)));
                return update.executeUpdate();
            }
        });
    }

    private static void set(Connection connection, PreparedStatement update, HeadChanges changes) throws SQLException {
        update.setArray(1, connection.createArrayOf("bigint", changes.accounts));
        update.setArray(2, connection.createArrayOf("integer", changes.lastNos));
        update.setArray(3, connection.createArrayOf("bytea", changes.lastHashes));
        update.setArray(4, connection.createArrayOf("integer", changes.nos));
        update.setArray(5, connection.createArrayOf("bytea", changes.hashes));
        update.setArray(6, connection.createArrayOf("text", changes.states));
        update.setArray(7, connection.createArrayOf("integer", changes.settledNos));
        update.setArray(8, connection.createArrayOf("bigint", changes.settled));
        update.setArray(9, connection.createArrayOf("date", changes.marked(Period.WEEK)));
        update.setArray(10, connection.createArrayOf("date", changes.marked(Period.QUARTER)));
        update.setArray(11, connection.createArrayOf("numeric", changes.bases));
        for (int i = 0; i < CHART.length; i++) {
            update.setArray(12 + i, connection.createArrayOf("numeric", changes.moved(CHART[i])));
        }
        update.setLong(12 + CHART.length, changes.least());
        update.setLong(13 + CHART.length, changes.greatest());
    }
}
