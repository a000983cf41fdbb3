package io.alluse.statement;

import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL of statements: which files have been read, and by which run. */
final class StatementStore {

    private static final String FORGET = Sql.of(StatementStore.class, "forget-statement");

    private final Session session;

    StatementStore(Session session) {
        this.session = session;
    }

    /** What is known of a file once it has been read. */
    record Kept(
            long runId,
            String ref,
            String digest,
            String format,
            @Nullable String account,
            boolean acceptPartial,
            long seen,
            long staged,
            @Nullable LocalDate firstOn,
            @Nullable LocalDate lastOn) {

        /** Now that it has been read to its end. */
        Kept read(StatementStaging.Staged staged) {
            return new Kept(
                    runId,
                    ref,
                    digest,
                    staged.format(),
                    account,
                    acceptPartial,
                    staged.seen(),
                    staged.activities(),
                    staged.first(),
                    staged.last());
        }
    }

    Optional<Kept> find(long runId) {
        return session.client()
                .sql("select * from statement where run_id = :run")
                .param("run", runId)
                .query((row, no) -> kept(row))
                .optional();
    }

    List<Kept> latest(int most) {
        return session.client()
                .sql("select * from statement order by run_id desc limit :most")
                .param("most", most)
                .query((row, no) -> kept(row))
                .list();
    }

    /** By run or ref. */
    Optional<Kept> named(String name) {
        return session.client()
                .sql("select * from statement where ref = :name or run_id::text = :name")
                .param("name", name)
                .query((row, no) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("run_id"),
                row.getString("ref"),
                row.getString("digest"),
                row.getString("format"),
                row.getString("account"),
                row.getBoolean("accept_partial"),
                row.getLong("seen"),
                row.getLong("staged"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class));
    }

    /** How many other runs have read this file. */
    long earlier(String digest, long runId) {
        return session.client()
                .sql("select count(*) from statement where digest = :digest and run_id < :run")
                .param("digest", digest)
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    /** The run that has begun to post this file and not ended. */
    Optional<Long> begun(String digest) {
        return session.client()
                .sql("""
                        select r.id from statement s join run r on r.id = s.run_id
                        where s.digest = :digest and r.population is not null and r.outcome not like 'COMPLETED%'
                        order by r.id desc limit 1""")
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }

    /** Of a run that has read the file and not begun to post; what it is told of is read again. */
    void forget(long runId) {
        session.client().sql(FORGET).param("run", runId).update();
    }

    void insert(Kept kept) {
        session.client()
                .sql("""
                        insert into statement (run_id, ref, digest, format, account, accept_partial, seen, staged)
                        values (:run, :ref, :digest, :format, :account, :partial, :seen, :staged)
                        on conflict (run_id) do update set format = excluded.format, account = excluded.account,
                            accept_partial = excluded.accept_partial""")
                .param("run", kept.runId())
                .param("ref", kept.ref())
                .param("digest", kept.digest())
                .param("format", kept.format())
                .param("account", kept.account())
                .param("partial", kept.acceptPartial())
                .param("seen", kept.seen())
                .param("staged", kept.staged())
                .update();
    }

    /** Once the file has been read to its end. */
    void read(Kept kept) {
        session.client()
                .sql("""
                        update statement set format = :format, seen = :seen, staged = :staged,
                            first_on = :first, last_on = :last where run_id = :run""")
                .param("run", kept.runId())
                .param("format", kept.format())
                .param("seen", kept.seen())
                .param("staged", kept.staged())
                .param("first", kept.firstOn())
                .param("last", kept.lastOn())
                .update();
    }

    /** Shown by the end of this statement and by no later one. */
    long openBreaks(long runId) {
        return session.client()
                .sql("select count(*) from reconciliation_break where run_id = :run and state = 'open'")
                .param("run", runId)
                .query(Long.class)
                .single();
    }
}
