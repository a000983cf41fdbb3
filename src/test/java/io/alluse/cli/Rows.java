package io.alluse.cli;

import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.RunDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds, as text to compare with. */
final class Rows {

    private final DataSource source;
    private final JdbcClient jdbc;

    private Rows(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    static Rows of(DataSource source) {
        return new Rows(source);
    }

    /** A line per row, its columns separated by blanks. */
    List<String> of(String sql) {
        return jdbc.sql(sql)
                .query((row, no) -> IntStream.rangeClosed(1, row.getMetaData().getColumnCount())
                        .mapToObj(column -> text(row, column))
                        .collect(Collectors.joining(" ")))
                .list();
    }

    private static String text(ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** The rows of every table, and the counter of main accounts. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : of("select relname from pg_class where relnamespace = 'alluse'::regnamespace"
                + " and relkind in ('r', 'p') and not relispartition")) {
            counts.put(table, number("select count(*) from " + table));
        }
        counts.put("next number", number("select next_number from main_account_counter"));
        return counts;
    }

    /** Every account's code with the end of its chain: equal where the ledgers are equal to the last byte. */
    List<String> chains() {
        return of("""
                select a.code, h.last_no, encode(h.last_hash, 'hex') from account a
                join account_head h on h.account_id = a.id order by a.code""");
    }

    /** The rows of one main account in a table of things that belong to accounts. */
    List<String> ofMain(String name, String columns, String table, String id, String order) {
        return of("select " + columns + " from " + table + " t where (select m.name from main_account m"
                + " where m.id = t." + id + " & ~65535::bigint) = '" + name + "' order by " + order);
    }

    /** What {@code alluse ledger verify --anchor} says. */
    boolean isClean(@Nullable String digest) {
        RunDigest anchor = RunDigest.parse(Objects.requireNonNull(digest));
        return new LedgerVerification(source)
                .verify(new LedgerVerification.Scope(null, anchor), done -> {})
                .isClean();
    }
}
