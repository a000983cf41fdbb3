package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.report.AccountLine.MainLine;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL that reads accounts with their balances, all of it by way of the view that people read, too. */
final class AccountLineStore {

    private static final String LINE = Sql.of(AccountLineStore.class, "account");
    private static final String LINES = Sql.of(AccountLineStore.class, "accounts");
    private static final String NEARBY = Sql.of(AccountLineStore.class, "accounts-nearby");
    private static final String TREE = Sql.of(AccountLineStore.class, "tree");

    /** Rows in memory while a long answer is streamed. */
    private static final int FETCH = 1_000;

    /** How many main accounts are looked through for a page before everything is: a few milliseconds' worth. */
    private static final int NEARBY_MAINS = 1_000;

    private final Session session;

    AccountLineStore(Session session) {
        this.session = session;
    }

    AccountLine line(AccountId account) {
        return session.client()
                .sql(LINE)
                .param("account", account.value())
                .query((row, no) -> line(row))
                .single();
    }

    /** A page by code; fewer than the limit may mean that more are farther away. */
    List<AccountLine> nearby(AccountQuery query, @Nullable AccountLine last) {
        return filtered(session.client().sql(NEARBY), query)
                .param("number", last == null ? 0 : last.id().number())
                .param("after", last == null ? 0 : last.id().value())
                .param("mains", NEARBY_MAINS)
                .query((row, no) -> line(row))
                .list();
    }

    /** In a transaction, since only there the driver reads piece by piece. */
    void stream(AccountQuery query, @Nullable AccountLine last, Consumer<AccountLine> each) {
        int direction = query.descending() ? -1 : 1;
        BigDecimal key = last == null ? null : query.sort().key(last).multiply(BigDecimal.valueOf(direction));
        StatementSpec statement = filtered(session.client().sql(LINES).withFetchSize(FETCH), query)
                .param("sort", query.sort().word())
                .param("direction", direction)
                .param("key", key, Types.NUMERIC)
                .param("number", last == null ? null : last.id().number(), Types.BIGINT)
                .param("after", last == null ? null : last.id().value(), Types.BIGINT);
        try (Stream<AccountLine> lines = statement.query((row, no) -> line(row)).stream()) {
            lines.forEach(each);
        }
    }

    private static StatementSpec filtered(StatementSpec statement, AccountQuery query) {
        return statement
                .param("tier", query.tier() == null ? null : query.tier().name(), Types.VARCHAR)
                .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
                .param("policy", query.policy(), Types.VARCHAR)
                .param("main", query.main(), Types.VARCHAR)
                .param("name", query.namePattern(), Types.VARCHAR)
                .param("limit", query.limit(), Types.INTEGER);
    }

    List<AccountLine> tree(@Nullable String main, long after, int limit) {
        return session.client()
                .sql(TREE)
                .param("main", main, Types.VARCHAR)
                .param("after", after)
                .param("limit", limit)
                .query((row, no) -> line(row))
                .list();
    }

    Optional<Long> numberOfMain(String code) {
        return session.client()
                .sql("select number from main_account where code = :code")
                .param("code", code)
                .query(Long.class)
                .optional();
    }

    List<AccountDetail.Setting> overrides(AccountId account) {
        return session.client()
                .sql("""
                        select effective_on, key, value, source from account_override
                        where subject_id in (:main, :account) order by effective_on, id""")
                .param("main", account.main().value())
                .param("account", account.value())
                .query((row, no) -> new AccountDetail.Setting(
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("key"),
                        row.getString("value"),
                        row.getString("source")))
                .list();
    }

    List<AccountDetail.Open> openAnnouncements(AccountId account) {
        return session.client()
                .sql("""
                        select direction, amount, instrument, quantity, dated from announcement
                        where account_id = :account and state = 'open' order by event_no, seq""")
                .param("account", account.value())
                .query((row, no) -> open(row))
                .list();
    }

    private static AccountDetail.Open open(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new AccountDetail.Open(
                row.getString("direction"),
                amount == null ? null : Money.of(amount),
                row.getString("instrument"),
                row.getBigDecimal("quantity"),
                row.getObject("dated", LocalDate.class));
    }

    private static AccountLine line(ResultSet row) throws SQLException {
        Map<LedgerAccount, Money> balances = new EnumMap<>(LedgerAccount.class);
        for (LedgerAccount account : LedgerAccount.values()) {
            balances.put(account, Money.of(row.getBigDecimal(account.column())));
        }
        return new AccountLine(
                new AccountId(row.getLong("account_id")),
                row.getString("code"),
                new MainLine(
                        row.getString("main"),
                        row.getString("main_name"),
                        row.getString("policy"),
                        row.getString("mapping")),
                Tier.valueOf(row.getString("tier")),
                AccountState.valueOf(row.getString("state")),
                row.getString("parent"),
                row.getObject("opened_on", LocalDate.class),
                Money.of(row.getBigDecimal("base")),
                Money.of(row.getBigDecimal("net_worth")),
                balances,
                row.getString("brokerage_state"),
                row.getString("brokerage_reference"),
                row.getInt("last_no"));
    }
}
