package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.run.AccountOutcome;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.sweep.KeptOutcome.Resolution;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL that reads what is kept of single accounts, and settles set-asides by hand. */
final class KeptStore {

    private static final String KEPT = Sql.of(KeptStore.class, "kept");
    private static final String OPEN = Sql.of(KeptStore.class, "open-set-asides");

    private final Session session;

    KeptStore(Session session) {
        this.session = session;
    }

    /** Of one run or all, of one account or all; where null, of all. */
    record Bounds(@Nullable Long run, @Nullable AccountId account) {}

    /** Those after the last one of the page before, in the order of runs, passes and accounts. */
    List<KeptOutcome> page(Bounds bounds, Set<AccountOutcome> outcomes, @Nullable KeptOutcome last, int limit) {
        return bound(session.client().sql(KEPT), bounds, last, limit)
                .param("outcomes", outcomes.stream().map(Enum::name).toArray(String[]::new))
                .query((row, no) -> kept(row))
                .list();
    }

    List<KeptOutcome> openPage(Bounds bounds, @Nullable KeptOutcome last, int limit) {
        return bound(session.client().sql(OPEN), bounds, last, limit)
                .query((row, no) -> kept(row))
                .list();
    }

    private static StatementSpec bound(StatementSpec sql, Bounds bounds, @Nullable KeptOutcome last, int limit) {
        Long run = bounds.run();
        AccountId account = bounds.account();
        return sql.param("run", last == null ? -1 : last.run())
                .param("pass", last == null ? -1 : last.pass())
                .param("account", last == null ? -1 : last.account())
                .param("firstRun", run == null ? 0 : run)
                .param("lastRun", run == null ? Long.MAX_VALUE : run)
                .param("firstAccount", account == null ? 0 : account.value())
                .param("lastAccount", account == null ? Long.MAX_VALUE : account.value())
                .param("limit", limit);
    }

    private static KeptOutcome kept(ResultSet row) throws SQLException {
        BigDecimal shortBy = row.getBigDecimal("short_by");
        return new KeptOutcome(
                row.getLong("run_id"),
                row.getString("job"),
                BusinessDay.of(row.getObject("business_date", LocalDate.class)),
                row.getInt("pass"),
                row.getLong("account_id"),
                row.getString("code"),
                AccountOutcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                shortBy == null ? null : Money.of(shortBy),
                row.getObject("taken_in", Integer.class),
                resolution(row));
    }

    private static @Nullable Resolution resolution(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("resolved_at");
        return at == null
                ? null
                : new Resolution(at.toInstant(), row.getString("resolved_by"), row.getString("resolution"));
    }

    String code(AccountId account) {
        return session.client()
                .sql("select code from account where id = :account")
                .param("account", account.value())
                .query(String.class)
                .single();
    }

    long open(long runId) {
        return session.client().sql("""
                        select count(*) from account_outcome
                        where run_id = :run and outcome = 'SET_ASIDE' and taken_in is null and resolved_at is null""").param("run", runId).query(Long.class).single();
    }

    void resolve(KeptOutcome kept, Resolution resolution) {
        session.client()
                .sql("""
                        update account_outcome set resolved_at = :at, resolved_by = :by, resolution = :why
                        where run_id = :run and pass = :pass and account_id = :account""")
                .param("at", Timestamp.from(resolution.at()))
                .param("by", resolution.by())
                .param("why", resolution.why())
                .param("run", kept.run())
                .param("pass", kept.pass())
                .param("account", kept.account())
                .update();
    }
}
