package io.alluse.run;

import io.alluse.calendar.BusinessDay;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** SQL of runs. */
final class RunStore {

    private static final RowMapper<Run> RUN = (row, no) -> run(row);
    private static final String START_ATTEMPT = Sql.of(RunStore.class, "start-attempt");

    private final Session session;

    RunStore(Session session) {
        this.session = session;
    }

    private static Run run(ResultSet row) throws SQLException {
        RunKey key = new RunKey(
                row.getString("job"),
                BusinessDay.of(row.getObject("business_date", LocalDate.class)),
                row.getString("input_digest"));
        return new Run(
                row.getLong("id"),
                key,
                row.getString("input_name"),
                row.getInt("pass"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("population", Long.class),
                row.getLong("nothing"),
                row.getLong("set_aside"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                row.getString("digest"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    Optional<Run> find(RunKey key) {
        return session.client()
                .sql("select * from run where job = :job and business_date = :date and input_digest = :digest")
                .param("job", key.job())
                .param("date", key.date().date())
                .param("digest", key.inputDigest())
                .query(RUN)
                .optional();
    }

    Optional<Run> find(long id) {
        return session.client()
                .sql("select * from run where id = :id")
                .param("id", id)
                .query(RUN)
                .optional();
    }

    /** The run of this input under whatever date: the complete one if there is one, else the latest. */
    Optional<Run> withInput(String job, String inputDigest) {
        return session.client()
                .sql("""
                        select * from run where job = :job and input_digest = :digest
                        order by outcome like 'COMPLETED%' desc, id desc limit 1""")
                .param("job", job)
                .param("digest", inputDigest)
                .query(RUN)
                .optional();
    }

    /** The run of this job that somebody took over last and has not ended. */
    Optional<Run> current(String job) {
        return session.client().sql("""
                        select r.* from run r join run_attempt a on a.run_id = r.id
                        where r.job = :job and a.ended_at is null and r.outcome = 'STARTED'
                        order by a.started_at desc, r.id desc, a.no desc limit 1""").param("job", job).query(RUN).optional();
    }

    /** With the latest date, among those that have posted something. */
    Optional<Run> lastPosted(String job, LocalDate from) {
        return session.client()
                .sql("""
                        select * from run r where job = :job and business_date >= :from
                            and exists (select from work_partition w where w.run_id = r.id and w.posted > 0)
                        order by business_date desc, id desc limit 1""")
                .param("job", job)
                .param("from", from)
                .query(RUN)
                .optional();
    }

    Optional<Run> heldBy(Owner owner) {
        return session.client()
                .sql("""
                        select r.* from run r join run_attempt a on a.run_id = r.id
                        where a.node = :node and a.pid = :pid and a.os_user = :user and a.ended_at is null
                        order by a.started_at desc, r.id desc, a.no desc limit 1""")
                .param("node", owner.node())
                .param("pid", owner.pid())
                .param("user", owner.osUser())
                .query(RUN)
                .optional();
    }

    List<Run> latest(int most) {
        return session.client()
                .sql("select * from run order by id desc limit :most")
                .param("most", most)
                .query(RUN)
                .list();
    }

    Run insert(RunKey key, @Nullable String inputName, Instant now) {
        return session.client()
                .sql("""
                        insert into run (job, business_date, input_digest, input_name, started_at)
                        values (:job, :date, :digest, :name, :now) returning *""")
                .param("job", key.job())
                .param("date", key.date().date())
                .param("digest", key.inputDigest())
                .param("name", inputName)
                .param("now", Timestamp.from(now))
                .query(RUN)
                .single();
    }

    /** Returns the number of the attempt, which is the epoch of its parts. */
    int startAttempt(long runId, Owner owner, String sessionName, Instant now) {
        return session.client()
                .sql(START_ATTEMPT)
                .param("run", runId)
                .param("session", sessionName)
                .param("lost", "ended without a word: killed, stopped, or cut off")
                .param("node", owner.node())
                .param("pid", owner.pid())
                .param("user", owner.osUser())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /** The names under which the connections of attempts that have not ended are known to the server. */
    List<String> openSessions(long runId) {
        return session.client()
                .sql(
                        "select distinct session from run_attempt where run_id = :run and ended_at is null and session is not null")
                .param("run", runId)
                .query((row, no) -> row.getString("session"))
                .list();
    }

    /** A process that is stopped keeps its transactions open, and with them the locks of what it was about to post. */
    void endConnections(List<String> sessions) {
        // The login owns the connections, not the role that it acts as.
        session.client().sql("set local role none").update();
        session.client()
                .sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = any(:sessions) and usename = session_user""")
                .param("sessions", sessions.toArray(String[]::new))
                .query((row, no) -> row.getBoolean(1))
                .list();
    }

    /** Begins the next pass. */
    void nextPass(long runId) {
        session.client()
                .sql("update run set pass = pass + 1 where id = :run")
                .param("run", runId)
                .update();
    }

    void requestStop(long runId, String who, Instant now) {
        session.client()
                .sql("""
                        update run set stop_requested_at = :now, stop_requested_by = :who
                        where id = :run and outcome = 'STARTED' and stop_requested_at is null""")
                .param("now", Timestamp.from(now))
                .param("who", who)
                .param("run", runId)
                .update();
    }

    List<Attempt> attempts(long runId) {
        return session.client()
                .sql("select * from run_attempt where run_id = :run order by no")
                .param("run", runId)
                .query((row, no) -> new Attempt(
                        row.getInt("no"),
                        new Owner(row.getString("node"), row.getLong("pid"), row.getString("os_user")),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("failure")))
                .list();
    }

    Optional<Owner> lastOwner(long runId) {
        return session.client()
                .sql("select node, pid, os_user from run_attempt where run_id = :run order by no desc limit 1")
                .param("run", runId)
                .query((row, no) -> new Owner(row.getString("node"), row.getLong("pid"), row.getString("os_user")))
                .optional();
    }

    /** Until the transaction ends; a chunk may still refer to the run, so that it can end before its part is taken over. */
    void lock(long runId) {
        session.client()
                .sql("select id from run where id = :run for no key update")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    /** Locks the run, so that a takeover waits for the caller's transaction, and tells whether there has been one before. */
    boolean isHeldBy(long runId, int attempt) {
        lock(runId);
        return session.client()
                .sql("select max(no) = :attempt from run_attempt where run_id = :run")
                .param("attempt", attempt)
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    void endAttempt(long runId, int attempt, Outcome outcome, @Nullable String failure, Instant now) {
        session.client()
                .sql("""
                        update run_attempt set ended_at = :now, outcome = :outcome, failure = :failure
                        where run_id = :run and no = :attempt""")
                .param("now", Timestamp.from(now))
                .param("outcome", outcome.name())
                .param("failure", failure)
                .param("run", runId)
                .param("attempt", attempt)
                .update();
    }

    void end(long runId, Outcome outcome, @Nullable String digest, @Nullable String failure, Instant now) {
        session.client()
                .sql("""
                        update run set ended_at = :now, outcome = :outcome, digest = :digest, failure = :failure
                        where id = :run""")
                .param("now", Timestamp.from(now))
                .param("outcome", outcome.name())
                .param("digest", digest)
                .param("failure", failure)
                .param("run", runId)
                .update();
    }

    void setPopulation(long runId, long population, long nothing, long setAside) {
        session.client()
                .sql("update run set population = :population, nothing = :nothing, set_aside = :aside where id = :run")
                .param("population", population)
                .param("nothing", nothing)
                .param("aside", setAside)
                .param("run", runId)
                .update();
    }
}
