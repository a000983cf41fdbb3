package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerRow.AccountRow;
import io.alluse.ledger.LedgerRow.EventRow;
import io.alluse.ledger.LedgerRow.HeadRow;
import io.alluse.ledger.LedgerRow.MainRow;
import io.alluse.ledger.LedgerRow.MarkRow;
import io.alluse.ledger.LedgerRow.MovementRow;
import io.alluse.ledger.LedgerRow.YearRow;
import io.alluse.money.Money;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** SQL of the verification, on a connection of its own: read only, and in a snapshot that several of them share. */
final class VerifyStore implements AutoCloseable {

    private static final int FETCH = 2_000;
    private static final LedgerAccount[] CHART = LedgerAccount.values();

    /** History is stored as it was posted, account after account it is sorted: two sorts a connection. */
    private static final String SORT_IN_MEMORY = "set work_mem = '64MB'";

    private static final String MAINS = "select id, code from main_account where id between ? and ? order by id";
    private static final String ACCOUNTS = "select id, code from account_p%02d where id between ? and ? order by id";
    private static final String HEADS = Sql.of(VerifyStore.class, "verify-heads");
    private static final String EVENTS = """
            select account_id, no, rule, ref, business_date, effective_date, kind, policy_hash, base_change,
                state, detail, prev_hash, hash
            from event_p%02d where account_id between ? and ? order by account_id, no""";
    private static final String MOVEMENTS = """
            select account_id, event_no, seq, from_account, to_account, amount, effective_date, transfer_id, line_id
            from movement_p%02d where account_id between ? and ? order by account_id, event_no, seq""";
    private static final String EVENTS_OF_ONE = Sql.of(VerifyStore.class, "verify-one-events");
    private static final String MOVEMENTS_OF_ONE = Sql.of(VerifyStore.class, "verify-one-movements");
    private static final String YEARS = """
            select account_id, year, short, long, dividends
            from year_result_p%02d where account_id between ? and ? order by account_id, year""";
    private static final String POSTED_BY = """
            select a.code, e.no, e.hash from event_p%1$02d e join account_p%1$02d a on a.id = e.account_id
            where e.run_id = ?""";
    private static final String SUMS = Sql.of(VerifyStore.class, "verify-sums");
    private static final String TRANSFERS = Sql.of(VerifyStore.class, "verify-transfers");

    private final SingleConnectionDataSource connection;
    private final JdbcClient client;

    private VerifyStore(Connection connection) {
        this.connection = new SingleConnectionDataSource(connection, true);
        this.client = JdbcClient.create(this.connection);
    }

    /** Begins a transaction; its first statement fixes what it sees. */
    static VerifyStore begin(DataSource source) {
        try {
            Connection connection = source.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            VerifyStore store = new VerifyStore(connection);
            store.client.sql(SORT_IN_MEMORY).update();
            return store;
        } catch (SQLException e) {
            throw Fault.environment("the ledger cannot be read: " + Fault.reason(e), e);
        }
    }

    /** Others may join what this one sees while its transaction lasts. */
    String snapshot() {
        return client.sql("select quote_literal(pg_export_snapshot())")
                .query(String.class)
                .single();
    }

    /** A setting takes no parameter; the database has quoted the name itself. */
    void join(String quotedSnapshot) {
        client.sql("set transaction snapshot " + quotedSnapshot).update();
    }

    /** All of a table partition, or what it holds of one account. */
    PartitionRows rows(int partition, @Nullable AccountId account) {
        long first = account == null ? AccountId.firstOf(partition) : account.value();
        long last = account == null ? AccountId.firstOf(partition + 1) - 1 : account.value();
        String events = account == null ? EVENTS : EVENTS_OF_ONE;
        String movements = account == null ? MOVEMENTS : MOVEMENTS_OF_ONE;
        return new PartitionRows(
                new RowCursor<>(stream(MAINS, first, last, (row, no) -> new MainRow(row.getLong(1), row.getString(2)))),
                new RowCursor<>(stream(
                        ACCOUNTS.formatted(partition),
                        first,
                        last,
                        (row, no) -> new AccountRow(row.getLong(1), row.getString(2)))),
                new RowCursor<>(stream(HEADS.formatted(partition), first, last, (row, no) -> head(row))),
                new RowCursor<>(stream(YEARS.formatted(partition), first, last, (row, no) -> year(row))),
                new RowCursor<>(stream(events.formatted(partition), first, last, (row, no) -> event(row))),
                new RowCursor<>(stream(movements.formatted(partition), first, last, (row, no) -> movement(row))));
    }

    /** Within a transaction the driver fetches rows as they are asked for. */
    private <T> Stream<T> stream(String select, long first, long last, RowMapper<T> mapper) {
        return client.sql(select).withFetchSize(FETCH).param(first).param(last).query(mapper).stream();
    }

    private static HeadRow head(ResultSet row) throws SQLException {
        return new HeadRow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                hex(row, 4),
                row.getString(5),
                chart(row, 6),
                row.getInt(6 + CHART.length),
                row.getLong(7 + CHART.length),
                mark(row, 8 + CHART.length),
                mark(row, 11 + CHART.length));
    }

    private static @Nullable MarkRow mark(ResultSet row, int first) throws SQLException {
        LocalDate date = row.getObject(first, LocalDate.class);
        return date == null ? null : new MarkRow(date, row.getString(first + 1), row.getString(first + 2));
    }

    private static List<String> chart(ResultSet row, int first) throws SQLException {
        List<String> balances = new ArrayList<>(CHART.length);
        for (int i = 0; i < CHART.length; i++) {
            balances.add(row.getString(first + i));
        }
        return balances;
    }

    private static YearRow year(ResultSet row) throws SQLException {
        return new YearRow(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static EventRow event(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                hex(row, 8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                hex(row, 12),
                hex(row, 13));
    }

    private static MovementRow movement(ResultSet row) throws SQLException {
        return new MovementRow(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9));
    }

    private static String hex(ResultSet row, int column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    /** As the database counts and adds, over the parent tables: nothing is beside the partitions that were walked. */
    LedgerSums sums() {
        return client.sql(SUMS).query((row, no) -> sums(row)).single();
    }

    private static LedgerSums sums(ResultSet row) throws SQLException {
        return new LedgerSums(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Money.of(row.getString(4)),
                Balances.of(chart(row, 5).stream().map(Money::of).toList()));
    }

    /** Transfers that are not one payment and one receipt of the same amount. */
    void brokenTransfers(Findings findings) {
        try (Stream<Finding> broken =
                client.sql(TRANSFERS).withFetchSize(FETCH).query((row, no) -> transfer(row)).stream()) {
            broken.forEach(findings::add);
        }
    }

    private static Finding transfer(ResultSet row) throws SQLException {
        String found = "paid %s in %d, received %s in %d"
                .formatted(
                        row.getString("paid"),
                        row.getLong("payments"),
                        row.getString("received"),
                        row.getLong("receipts"));
        return Finding.ofAccount(
                row.getString("account"),
                "transfer " + row.getString("transfer_id"),
                "paid once by one account and received once by another",
                found);
    }

    Optional<Long> runWith(RunDigest digest) {
        return client.sql("select id from run where digest = :digest order by id limit 1")
                .param("digest", digest.toString())
                .query(Long.class)
                .optional();
    }

    /** What a run posted, as the chains of this table partition have it. */
    RunDigest posted(int partition, long runId) {
        EventText text = new EventText();
        try (Stream<RunDigest> events = client
                .sql(POSTED_BY.formatted(partition))
                .withFetchSize(FETCH)
                .param(runId)
                .query((row, no) -> text.runDigest(row.getString(1), row.getInt(2), EventHash.of(row.getBytes(3))))
                .stream()) {
            return events.reduce(RunDigest.NONE, RunDigest::plus);
        }
    }

    /** Nothing was written, so nothing is committed. */
    @Override
    public void close() {
        connection.destroy();
    }
}
