package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.RowMapper;

/** SQL of what ties accounts to each other. */
final class TiesStore {

    private static final String FORKS = Sql.of(TiesStore.class, "ties-forks");
    private static final String MERGES = Sql.of(TiesStore.class, "ties-merges");
    private static final String EDGES = Sql.of(TiesStore.class, "ties-edges");

    private final Session session;

    TiesStore(Session session) {
        this.session = session;
    }

    Ties of(Collection<AccountId> mains) {
        Long[] ids = mains.stream().map(AccountId::value).toArray(Long[]::new);
        return new Ties(
                rows(FORKS, ids, (row, no) -> fork(row)),
                rows(MERGES, ids, (row, no) -> merge(row)),
                rows(EDGES, ids, (row, no) -> edge(row)));
    }

    private <T> List<T> rows(String statement, Long[] mains, RowMapper<T> mapped) {
        return session.client()
                .sql(statement)
                .param("mains", mains)
                .query(mapped)
                .list();
    }

    private static Ties.Fork fork(ResultSet row) throws SQLException {
        return new Ties.Fork(
                row.getString("parent"),
                row.getInt("no"),
                row.getObject("business_date", LocalDate.class),
                Money.of(row.getBigDecimal("amount")),
                row.getString("state").toLowerCase(Locale.ROOT),
                row.getObject("ended_on", LocalDate.class),
                row.getString("main"),
                row.getString("family"));
    }

    private static Ties.Merge merge(ResultSet row) throws SQLException {
        String target = row.getString("target");
        return new Ties.Merge(
                row.getString("member"),
                target,
                target + "-M" + row.getInt("no"),
                row.getString("kind"),
                row.getObject("business_date", LocalDate.class),
                row.getString("state").toLowerCase(Locale.ROOT),
                row.getBoolean("whole"),
                Money.of(row.getBigDecimal("received")));
    }

    private static Ties.Edge edge(ResultSet row) throws SQLException {
        return new Ties.Edge(
                row.getString("payer"),
                row.getString("receiver"),
                Money.of(row.getBigDecimal("amount")),
                row.getLong("transfers"));
    }
}
