package io.alluse.notification;

import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL of what is to be noted: found by marks of its own, which nobody else looks at. */
final class NoticeStore {

    private static final String ATTEMPTS = Sql.of(NoticeStore.class, "unnoted-attempts");
    private static final String BREAKS = Sql.of(NoticeStore.class, "note-breaks");
    private static final String ALERTS = Sql.of(NoticeStore.class, "note-alerts");
    private static final String DECISIONS = Sql.of(NoticeStore.class, "note-decisions");

    private final Session session;

    NoticeStore(Session session) {
        this.session = session;
    }

    /** One at a time notes and hands out; who comes second leaves it to the first. */
    boolean tryLock() {
        return session.client()
                .sql("select pg_try_advisory_xact_lock(hashtextextended('alluse notifications', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Held until the caller's transaction ends, so that notices become visible in the order of their numbers. */
    void lock() {
        session.client()
                .sql("select pg_advisory_xact_lock(hashtextextended('alluse notifications', 0))")
                .query((row, no) -> no)
                .single();
    }

    List<BadAttempt> attempts(String node, long pid) {
        return session.client()
                .sql(ATTEMPTS)
                .param("node", node)
                .param("pid", pid)
                .query((row, no) -> attempt(row))
                .list();
    }

    private static BadAttempt attempt(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new BadAttempt(
                row.getLong("run_id"),
                row.getInt("no"),
                row.getString("outcome"),
                ended == null ? null : ended.toInstant(),
                row.getString("job"),
                row.getString("business_date"),
                row.getString("input_name"),
                row.getString("run_outcome"),
                row.getString("failure"),
                row.getBoolean("last"),
                row.getBoolean("ours"),
                row.getLong("set_aside"));
    }

    void noted(BadAttempt attempt) {
        session.client()
                .sql("update run_attempt set noted = true where run_id = :run and no = :no")
                .param("run", attempt.runId())
                .param("no", attempt.no())
                .update();
    }

    List<Found> breaks(int most) {
        return found(BREAKS, most, NoticeStore::aBreak);
    }

    List<Found> alerts(int most) {
        return found(ALERTS, most, NoticeStore::alert);
    }

    List<Found> decisions(int most) {
        return found(DECISIONS, most, NoticeStore::decision);
    }

    private interface Reading {
        Found of(ResultSet row) throws SQLException;
    }

    private List<Found> found(String sql, int most, Reading reading) {
        return session.client()
                .sql(sql)
                .param("most", most)
                .query((row, no) -> reading.of(row))
                .list();
    }

    private static Found aBreak(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String subject = row.getString("subject");
        String text = subject + ": " + row.getString("what") + " is " + number(row, "stated") + " at the broker and "
                + number(row, "expected") + " in the ledger, as of " + row.getString("as_of");
        return new Found(id, subject, "", text, "alluse break show " + id, runId(row));
    }

    private static Found alert(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        String kind = row.getString("kind");
        return new Found(
                row.getLong("id"),
                subject,
                kind,
                subject + ": " + kind + ": " + row.getString("text"),
                row.getString("next_step"),
                runId(row));
    }

    private static Found decision(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String subject = row.getString("subject");
        String text = subject + ": a " + row.getString("kind") + " of " + number(row, "amount") + " with score "
                + number(row, "score") + " waits for a person until " + row.getString("expires_on");
        return new Found(id, subject, "", text, "alluse decision show " + id, null);
    }

    private static String number(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? "" : number.toPlainString();
    }

    private static @Nullable Long runId(ResultSet row) throws SQLException {
        return row.getObject("run_id", Long.class);
    }

    /** False where one of this key has been noted before. */
    boolean insert(Notice notice, Instant now) {
        return session.client()
                        .sql("""
                        insert into notification (kind, key, text, next_step, things, subject, run_id, noted_at)
                        values (:kind, :key, :text, :next, :things, :subject, :run, :now)
                        on conflict (key) do nothing""")
                        .param("kind", notice.kind().word())
                        .param("key", notice.key())
                        .param("text", notice.text())
                        .param("next", notice.next())
                        .param("things", notice.things())
                        .param("subject", notice.subject())
                        .param("run", notice.runId(), Types.BIGINT)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
