package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
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
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL of the ledger. */
final class LedgerStore {

    /** The first key of the advisory locks that guard posting; the second one is the partition. */
    private static final int POSTING_LOCK = 0x414C4C55;

    private static final LedgerAccount[] CHART = LedgerAccount.values();
    private static final String HEADS = Sql.of(LedgerStore.class, "heads");
    private static final String PAGE = Sql.of(LedgerStore.class, "page");
    private static final String YEARS = Sql.of(LedgerStore.class, "year-results");
    private static final String ADD_YEARS = Sql.of(LedgerStore.class, "add-year-results");
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

    void lock(int first, int last) {
        session.client()
                .sql("select pg_advisory_xact_lock(:lock, p) from generate_series(:first, :last) as p")
                .param("lock", POSTING_LOCK)
                .param("first", first)
                .param("last", last)
                .query((row, no) -> no)
                .list();
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

    /** Goes on to the next table partition where the bounds reach into it. */
    List<PagedHead> page(long after, long upTo, long serialBound, Set<Tier> tiers, int limit) {
        List<PagedHead> page = new ArrayList<>();
        int last = Math.min(new AccountId(upTo).partition(), AccountId.PARTITIONS - 1);
        for (int partition = new AccountId(after + 1).partition(); partition <= last; partition++) {
            page.addAll(page(partition, after, upTo, serialBound, tiers, limit - page.size()));
            if (page.size() == limit) {
                return page;
            }
        }
        return page;
    }

    private List<PagedHead> page(int partition, long after, long upTo, long serialBound, Set<Tier> tiers, int limit) {
        return session.client()
                .sql(PAGE.formatted(partition))
                .param("after", after)
                .param("upTo", upTo)
                .param("bound", serialBound)
                .param("tiers", tiers.stream().map(Tier::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, no) -> pagedHead(row))
                .list();
    }

    private static PagedHead pagedHead(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getLong("account_id"));
        Tier tier = Tier.valueOf(row.getString("tier"));
        try {
            return new PagedHead(account, tier, headOf(row), null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new PagedHead(account, tier, null, Fault.reason(e));
        }
    }

    private static AccountHead headOf(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getLong("account_id"));
        ChainHead chain = new ChainHead(
                account, row.getString("code"), row.getInt("last_no"), EventHash.of(row.getBytes("last_hash")));
        return new AccountHead(
                chain,
                AccountState.valueOf(row.getString("state")),
                Money.of(row.getString("base")),
                balancesOf(row),
                row.getInt("settled_no"),
                row.getLong("settled_policy"));
    }

    private static Balances balancesOf(ResultSet row) throws SQLException {
        List<Money> balances = new ArrayList<>(CHART.length);
        for (LedgerAccount account : CHART) {
            balances.add(Money.of(row.getString(account.column())));
        }
        return Balances.of(balances);
    }

    Map<AccountId, List<YearResult>> years(List<AccountId> accounts) {
        Map<AccountId, List<YearResult>> years = new HashMap<>();
        if (accounts.isEmpty()) {
            return years;
        }
        session.client()
                .sql(YEARS)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("least", Collections.min(accounts).value())
                .param("greatest", Collections.max(accounts).value())
                .query(row -> {
                    years.computeIfAbsent(new AccountId(row.getLong("account_id")), none -> new ArrayList<>(2))
                            .add(year(row));
                });
        return years;
    }

    private static YearResult year(ResultSet row) throws SQLException {
        return new YearResult(
                row.getInt("year"),
                Money.of(row.getBigDecimal("short")),
                Money.of(row.getBigDecimal("long")),
                Money.of(row.getBigDecimal("dividends")));
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

    /** Adds what the movements change to the years they are effective in; no account is among the postings twice. */
    void addResults(List<Posting> postings, int partition) {
        List<Long> accounts = new ArrayList<>();
        List<YearResult> changes = new ArrayList<>();
        for (Posting posting : postings) {
            for (YearResult change : YearResult.ofMovements(posting.movements())) {
                accounts.add(posting.after().account().value());
                changes.add(change);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        session.connected(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD_YEARS.formatted(partition))) {
                insert.setArray(1, connection.createArrayOf("bigint", accounts.toArray()));
                insert.setArray(2, array(connection, "integer", changes, YearResult::year));
                insert.setArray(
                        3,
                        array(
                                connection,
                                "numeric",
                                changes,
                                change -> change.shortTerm().amount()));
                insert.setArray(
                        4,
                        array(
                                connection,
                                "numeric",
                                changes,
                                change -> change.longTerm().amount()));
                insert.setArray(
                        5,
                        array(
                                connection,
                                "numeric",
                                changes,
                                change -> change.dividends().amount()));
                return insert.executeUpdate();
            }
        });
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
                        "bigint",
                        postings,
                        posting -> posting.kind().settles() ? posting.policy().prefix() : null));
        update.setArray(
                7,
                array(
                        connection,
                        "numeric",
                        postings,
                        posting -> posting.baseChange().amount()));
        LongSummaryStatistics ids = postings.stream()
                .mapToLong(posting -> posting.after().account().value())
                .summaryStatistics();
        update.setLong(8 + CHART.length, ids.getMin());
        update.setLong(9 + CHART.length, ids.getMax());
        List<List<Money>> changes = postings.stream()
                .map(posting -> Balances.ofMovements(posting.movements()).inChartOrder())
                .toList();
        for (int i = 0; i < CHART.length; i++) {
            int column = i;
            update.setArray(
                    8 + i,
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
