package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.statement.Break.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL of breaks, and of how far brokerage accounts have been compared. */
final class BreakStore {

    private static final String BREAKS = Sql.of(BreakStore.class, "breaks");

    private final Session session;

    BreakStore(Session session) {
        this.session = session;
    }

    Map<AccountId, Map<BreakKind, LocalDate>> compared(Collection<AccountId> brokerages) {
        Map<AccountId, Map<BreakKind, LocalDate>> compared = new HashMap<>();
        session.client()
                .sql("select brokerage_id, kind, as_of from reconciliation where brokerage_id = any(:brokerages)")
                .param("brokerages", ids(brokerages))
                .query(row -> {
                    compared.computeIfAbsent(
                                    new AccountId(row.getLong("brokerage_id")), none -> new EnumMap<>(BreakKind.class))
                            .put(BreakKind.ofWord(row.getString("kind")), row.getObject("as_of", LocalDate.class));
                });
        return compared;
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    /** What each of these states has been compared from now on, unless a later statement has. */
    void noteCompared(List<StatementEnd> page, @Nullable Long run) {
        for (BreakKind kind : BreakKind.values()) {
            List<StatementEnd> saying =
                    page.stream().filter(stated -> stated.says(kind)).toList();
            if (!saying.isEmpty()) {
                noteCompared(saying, kind, run);
            }
        }
    }

    private void noteCompared(List<StatementEnd> saying, BreakKind kind, @Nullable Long run) {
        session.client()
                .sql("""
                        insert into reconciliation (brokerage_id, kind, as_of, statement, run_id)
                        select id, :kind, as_of, statement, :run
                        from unnest(:brokerages::bigint[], :dates::text[]::date[], :statements::text[])
                            as s (id, as_of, statement)
                        on conflict (brokerage_id, kind) do update
                        set as_of = excluded.as_of, statement = excluded.statement, run_id = excluded.run_id
                        where reconciliation.as_of <= excluded.as_of""")
                .param("kind", kind.word())
                .param("run", run, Types.BIGINT)
                .param(
                        "brokerages",
                        ids(saying.stream().map(StatementEnd::brokerage).toList()))
                .param(
                        "dates",
                        saying.stream().map(stated -> stated.asOf().toString()).toArray(String[]::new))
                .param(
                        "statements",
                        saying.stream().map(StatementEnd::statement).toArray(String[]::new))
                .update();
    }

    /** Locked, so that nobody says anything about them until the transaction ends. */
    Map<AccountId, List<StandingBreak>> standing(Collection<AccountId> brokerages) {
        Map<AccountId, List<StandingBreak>> standing = new HashMap<>();
        session.client().sql("""
                        select id, brokerage_id, kind, instrument, difference, state, as_of from reconciliation_break
                        where brokerage_id = any(:brokerages) and state in ('open', 'explained')
                        order by id for update""").param("brokerages", ids(brokerages)).query(row -> {
            standing.computeIfAbsent(new AccountId(row.getLong("brokerage_id")), none -> new ArrayList<>())
                    .add(standing(row));
        });
        return standing;
    }

    private static StandingBreak standing(ResultSet row) throws SQLException {
        return new StandingBreak(
                row.getLong("id"),
                BreakKind.ofWord(row.getString("kind")),
                row.getString("instrument"),
                row.getBigDecimal("difference"),
                BreakState.ofWord(row.getString("state")) == BreakState.EXPLAINED,
                row.getObject("as_of", LocalDate.class));
    }

    void open(StatementEnd stated, Difference difference, @Nullable Long run) {
        session.client()
                .sql("""
                        insert into reconciliation_break
                            (brokerage_id, kind, instrument, stated, expected, since, as_of, statement, run_id)
                        values (:brokerage, :kind, :instrument, :stated, :expected, :asOf, :asOf, :statement, :run)""")
                .param("brokerage", stated.brokerage().value())
                .param("kind", difference.kind().word())
                .param("instrument", difference.instrument(), Types.VARCHAR)
                .param("stated", difference.stated())
                .param("expected", difference.expected())
                .param("asOf", stated.asOf())
                .param("statement", stated.statement())
                .param("run", run, Types.BIGINT)
                .update();
    }

    void keep(StandingBreak standing, StatementEnd stated, Difference difference, @Nullable Long run) {
        session.client()
                .sql("""
                        update reconciliation_break set stated = :stated, expected = :expected, as_of = :asOf,
                            statement = :statement, run_id = :run
                        where id = :id""")
                .param("stated", difference.stated())
                .param("expected", difference.expected())
                .param("asOf", stated.asOf())
                .param("statement", stated.statement())
                .param("run", run, Types.BIGINT)
                .param("id", standing.id())
                .update();
    }

    void end(StandingBreak standing, LocalDate on) {
        session.client()
                .sql("update reconciliation_break set state = 'gone', gone_on = :on where id = :id")
                .param("on", on)
                .param("id", standing.id())
                .update();
    }

    /** In the order in which they were found. */
    List<Break> page(@Nullable AccountId brokerage, boolean all, long after, int limit) {
        return session.client()
                .sql(BREAKS)
                .param("after", after)
                .param("brokerage", brokerage == null ? null : brokerage.value(), Types.BIGINT)
                .param("all", all)
                .param("limit", limit)
                .query((row, no) -> found(row))
                .list();
    }

    Optional<Break> find(long id) {
        return page(null, true, id - 1, 1).stream()
                .filter(one -> one.id() == id)
                .findFirst();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Break> locked(long id) {
        session.client()
                .sql("select id from reconciliation_break where id = :id for update")
                .param("id", id)
                .query((row, no) -> row.getLong("id"))
                .list();
        return find(id);
    }

    private static Break found(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("said_at");
        return new Break(
                row.getLong("id"),
                row.getString("code"),
                row.getString("reference"),
                BreakKind.ofWord(row.getString("kind")),
                row.getString("instrument"),
                row.getBigDecimal("stated"),
                row.getBigDecimal("expected"),
                row.getBigDecimal("difference"),
                row.getObject("since", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getString("statement"),
                BreakState.ofWord(row.getString("state")),
                at == null ? null : new Word(at.toInstant(), row.getString("said_by"), row.getString("said")),
                row.getObject("gone_on", LocalDate.class));
    }

    void say(long id, BreakState state, Word word) {
        session.client()
                .sql("""
                        update reconciliation_break
                        set state = :state, said_at = :at, said_by = :by, said = :text where id = :id""")
                .param("state", state.word())
                .param("at", Timestamp.from(word.at()))
                .param("by", word.by())
                .param("text", word.text())
                .param("id", id)
                .update();
    }

    /** Those of the accounts whose brokerage account, their own or the one they share, has an open break. */
    Set<AccountId> blocked(Collection<AccountId> accounts) {
        return new HashSet<>(session.client()
                .sql("""
                        select a.id from unnest(:accounts::bigint[]) as a (id)
                        where exists (select from reconciliation_break b where b.brokerage_id = a.id and b.state = 'open')
                            or exists (
                                select from reconciliation_break b
                                where b.brokerage_id = a.id & -65536 and b.state = 'open')""")
                .param("accounts", ids(accounts))
                .query((row, no) -> new AccountId(row.getLong("id")))
                .list());
    }
}
