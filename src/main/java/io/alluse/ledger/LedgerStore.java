package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL of the ledger. */
final class LedgerStore {

    /** The first key of the advisory locks that guard posting; the second one is the partition. */
    private static final int POSTING_LOCK = 0x414C4C55;

    private static final LedgerAccount[] CHART = LedgerAccount.values();
    private static final String HEADS = Sql.of(LedgerStore.class, "heads");
    private static final String ADVANCE_HEADS = Sql.of(LedgerStore.class, "advance-heads");

    private final Session session;

    LedgerStore(Session session) {
        this.session = session;
    }

    void lock(int partition) {
        session.client()
                .sql("select pg_advisory_xact_lock(:lock, :partition)")
                .param("lock", POSTING_LOCK)
                .param("partition", partition)
                .query((row, no) -> partition)
                .single();
    }

    Optional<AccountHead> head(AccountId account) {
        return heads(List.of(account)).stream().findFirst();
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

    private static AccountHead headOf(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getLong("account_id"));
        ChainHead chain = new ChainHead(
                account, row.getString("code"), row.getInt("last_no"), EventHash.of(row.getBytes("last_hash")));
        return new AccountHead(
                chain,
                AccountState.valueOf(row.getString("state")),
                Money.of(row.getBigDecimal("base")),
                balancesOf(row),
                0,
                0L);
    }

    static Balances balancesOf(ResultSet row) throws SQLException {
        List<Money> balances = new ArrayList<>(CHART.length);
        for (LedgerAccount account : CHART) {
            balances.add(Money.of(row.getBigDecimal(account.column())));
        }
        return Balances.of(balances);
    }

    Optional<StoredEvent> event(AccountId account, String rule, String ref) {
        return session.client()
                .sql(
                        "select no, prev_hash, hash from event where account_id = :account and rule = :rule and ref = :ref")
                .param("account", account.value())
                .param("rule", rule)
                .param("ref", ref)
                .query((row, no) -> new StoredEvent(
                        row.getInt("no"), EventHash.of(row.getBytes("prev_hash")), EventHash.of(row.getBytes("hash"))))
                .optional();
    }

    void send(HistoryRows rows, int partition) {
        rows.send(session, partition);
    }

    /** Moves the heads on; one that is not where its posting says it is means that somebody posted past the lock. */
    void advanceHeads(List<Posting> postings, List<EventHash> hashes) {
        int advanced = session.connected(connection -> {
            try (PreparedStatement update = connection.prepareStatement(ADVANCE_HEADS)) {
                setHeads(connection, update, postings, hashes);
                return update.executeUpdate();
            }
        });
        if (advanced != postings.size()) {
            throw new IllegalStateException(
                    "only " + advanced + " of " + postings.size() + " chains end where their postings say");
        }
    }

    private static void setHeads(
            Connection connection, PreparedStatement update, List<Posting> postings, List<EventHash> hashes)
            throws SQLException {
        update.setArray(
                1,
                array(
                        connection,
                        "bigint",
                        postings,
                        posting -> posting.after().account().value()));
        update.setArray(
                2,
                array(
                        connection,
                        "integer",
                        postings,
                        posting -> posting.after().lastNo()));
        update.setArray(
                3,
                hashes(
                        connection,
                        postings.stream().map(posting -> posting.after().lastHash())));
        update.setArray(4, hashes(connection, hashes.stream()));
        update.setArray(
                5,
                array(
                        connection,
                        "text",
                        postings,
                        posting ->
                                posting.state() == null ? null : posting.state().name()));
        update.setArray(
                6,
                array(
                        connection,
                        "numeric",
                        postings,
                        posting -> posting.baseChange().amount()));
        LongSummaryStatistics ids = postings.stream()
                .mapToLong(posting -> posting.after().account().value())
                .summaryStatistics();
        update.setLong(7 + CHART.length, ids.getMin());
        update.setLong(8 + CHART.length, ids.getMax());
        List<List<Money>> changes = postings.stream()
                .map(posting -> Balances.ofMovements(posting.movements()).inChartOrder())
                .toList();
        for (int i = 0; i < CHART.length; i++) {
            int column = i;
            update.setArray(
                    7 + i,
                    array(
                            connection,
                            "numeric",
                            changes,
                            change -> change.get(column).amount()));
        }
    }

    private static <T> Array array(
            Connection connection, String type, List<T> values, Function<T, @Nullable Object> part)
            throws SQLException {
        return connection.createArrayOf(type, values.stream().map(part).toArray());
    }

    /** The driver takes bytes in an array of exactly this type only. */
    private static Array hashes(Connection connection, Stream<EventHash> hashes) throws SQLException {
        return connection.createArrayOf("bytea", hashes.map(EventHash::bytes).toArray(byte[][]::new));
    }
}
