package io.alluse.alert;

import io.alluse.account.AccountId;
import io.alluse.alert.Alert.Word;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL of alerts. */
final class AlertStore {

    private static final String RAISE = Sql.of(AlertStore.class, "raise-alerts");
    private static final String CLEAR = Sql.of(AlertStore.class, "clear-alerts");
    private static final String PAGE = Sql.of(AlertStore.class, "alerts");

    private final Session session;

    AlertStore(Session session) {
        this.session = session;
    }

    void raise(List<Raised> raised, LocalDate on, @Nullable Long runId) {
        of(raised, RAISE)
                .param("texts", texts(raised, Raised::text))
                .param("nexts", texts(raised, Raised::next))
                .param("on", on)
                .param("run", runId, Types.BIGINT)
                .update();
    }

    void clearOthers(Set<AlertKind> kinds, Collection<AccountId> subjects, List<Raised> found, LocalDate on) {
        of(found, CLEAR)
                .param("anyOf", kinds.stream().map(AlertKind::word).toArray(String[]::new))
                .param("about", subjects.stream().map(AccountId::value).toArray(Long[]::new))
                .param("on", on)
                .update();
    }

    void clear(AlertKind kind, List<Alerts.Gone> gone, LocalDate on) {
        session.client()
                .sql("""
                        update alert a set state = 'cleared', cleared_on = :on
                        from unnest(:subjects::bigint[], :keys::text[]) as g (subject_id, key)
                        where a.subject_id = g.subject_id and a.kind = :kind and a.key = g.key
                            and a.state in ('open', 'acknowledged')""")
                .param(
                        "subjects",
                        gone.stream().map(one -> one.subject().value()).toArray(Long[]::new))
                .param("keys", gone.stream().map(Alerts.Gone::key).toArray(String[]::new))
                .param("kind", kind.word())
                .param("on", on)
                .update();
    }

    private StatementSpec of(List<Raised> raised, String sql) {
        return session.client()
                .sql(sql)
                .param("kinds", texts(raised, one -> one.kind().word()))
                .param(
                        "subjects",
                        raised.stream().map(one -> one.subject().value()).toArray(Long[]::new))
                .param("keys", texts(raised, Raised::key));
    }

    private static String[] texts(List<Raised> raised, Function<Raised, String> text) {
        return raised.stream().map(text).toArray(String[]::new);
    }

    /** In the order in which they were raised. */
    List<Alert> page(@Nullable AccountId subject, boolean all, long after, int limit) {
        return session.client()
                .sql(PAGE)
                .param("after", after)
                .param("subject", subject == null ? null : subject.value(), Types.BIGINT)
                .param("all", all)
                .param("limit", limit)
                .query((row, no) -> alert(row))
                .list();
    }

    Optional<Alert> find(long id) {
        return page(null, true, id - 1, 1).stream()
                .filter(one -> one.id() == id)
                .findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    void lock(long id) {
        session.client()
                .sql("select id from alert where id = :id for update")
                .param("id", id)
                .query((row, no) -> row.getLong("id"))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("said_at");
        return new Alert(
                row.getLong("id"),
                AlertKind.ofWord(row.getString("kind")),
                row.getString("code"),
                row.getString("key"),
                row.getString("text"),
                row.getString("next_step"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("run_id", Long.class),
                AlertState.ofWord(row.getString("state")),
                at == null ? null : new Word(at.toInstant(), row.getString("said_by"), row.getString("said")),
                row.getObject("cleared_on", LocalDate.class));
    }

    void acknowledge(long id, Word word) {
        session.client()
                .sql("""
                        update alert set state = 'acknowledged', said_at = :at, said_by = :by, said = :text
                        where id = :id""")
                .param("at", Timestamp.from(word.at()))
                .param("by", word.by())
                .param("text", word.text())
                .param("id", id)
                .update();
    }
}
