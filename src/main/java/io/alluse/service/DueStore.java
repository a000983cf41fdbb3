package io.alluse.service;

import io.alluse.schedule.Planned;
import io.alluse.service.EndingRule.Ending;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** SQL of due dates. */
final class DueStore {

    private static final RowMapper<Due> DUE = (row, no) -> due(row);
    private static final String SETTLE = Sql.of(DueStore.class, "settle-due");
    private static final String BACKLOG = Sql.of(DueStore.class, "backlog");
    private static final String INSERT = Sql.of(DueStore.class, "insert-due");

    private final Session session;

    DueStore(Session session) {
        this.session = session;
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                new DueKey(row.getString("definition"), row.getObject("business_date", LocalDate.class)),
                row.getString("job"),
                row.getTimestamp("due_at").toInstant(),
                List.of((String[]) row.getArray("shifts").getArray()),
                DueState.valueOf(row.getString("state")),
                row.getBoolean("asked"),
                row.getInt("claims"),
                row.getInt("failures"),
                instant(row, "not_before"),
                instant(row, "late_since"),
                row.getObject("run_id", Long.class),
                row.getString("node"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("why"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Those that are not known yet begin now: what was due before is nobody's but a backfill's. */
    void begin(Collection<String> definitions, Instant now) {
        session.client()
                .sql("""
                        insert into schedule_state (definition, planned_until) select unnest(:definitions), :now
                        on conflict do nothing""")
                .param("definitions", definitions.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<String, Instant> plannedUntil() {
        Map<String, Instant> until = new HashMap<>();
        session.client()
                .sql("select definition, planned_until from schedule_state")
                .query(row -> {
                    until.put(
                            row.getString("definition"),
                            row.getTimestamp("planned_until").toInstant());
                });
        return until;
    }

    /** Never back: a clock that is behind plans nothing twice. */
    void plannedUntil(Collection<String> definitions, Instant now) {
        session.client()
                .sql("""
                        update schedule_state set planned_until = :now
                        where definition = any(:definitions) and planned_until < :now""")
                .param("now", Timestamp.from(now))
                .param("definitions", definitions.toArray(String[]::new))
                .update();
    }

    /** Whether it is new: a date is due once. */
    boolean insert(Planned planned, String job, DueState state, boolean asked, @Nullable String why) {
        return session.client()
                        .sql(INSERT)
                        .param("definition", planned.definition())
                        .param("job", job)
                        .param("date", planned.businessDate())
                        .param("at", Timestamp.from(planned.due()))
                        .param("shifts", planned.reasons().toArray(String[]::new))
                        .param("state", state.name())
                        .param("asked", asked)
                        .param("why", why)
                        .update()
                == 1;
    }

    List<Due> open() {
        return session.client()
                .sql("select * from due where state not in ('DONE', 'SKIPPED') order by business_date, definition")
                .query(DUE)
                .list();
    }

    /** Of the dates on which something is open. */
    Set<DueKey> ended(List<Due> open) {
        if (open.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(session.client()
                .sql("""
                        select definition, business_date from due
                        where state in ('DONE', 'SKIPPED') and business_date = any(:dates::date[])""")
                .param(
                        "dates",
                        open.stream()
                                .map(due -> due.key().date().toString())
                                .distinct()
                                .toArray(String[]::new))
                .query((row, no) ->
                        new DueKey(row.getString("definition"), row.getObject("business_date", LocalDate.class)))
                .list());
    }

    Optional<Due> find(DueKey key) {
        return session.client()
                .sql("select * from due where definition = :definition and business_date = :date")
                .param("definition", key.definition())
                .param("date", key.date())
                .query(DUE)
                .optional();
    }

    /** What is not running and was done by hand, or by a service that could not say so. */
    int settleDone(Instant now) {
        return session.client().sql(SETTLE).param("now", Timestamp.from(now)).update();
    }

    /** The claim's number, and nothing where somebody else has changed it meanwhile. */
    Optional<Due> claim(Due due, String node, Instant now) {
        return session.client()
                .sql("""
                        update due set state = 'RUNNING', claims = claims + 1, node = :node, started_at = :now,
                            ended_at = null, not_before = null
                        where id = :id and state = 'DUE' and claims = :claims
                        returning *""")
                .param("node", node)
                .param("now", Timestamp.from(now))
                .param("id", due.id())
                .param("claims", due.claims())
                .query(DUE)
                .optional();
    }

    /** False where the claim is not the last one any more. */
    boolean end(Due claimed, Ending ending, @Nullable Long run, Instant now) {
        return session.client()
                        .sql("""
                                update due set state = :state, failures = :failures, not_before = :notBefore, why = :why,
                                    run_id = coalesce(:run, run_id), ended_at = :now
                                where id = :id and state = 'RUNNING' and claims = :claims""")
                        .param("state", ending.state().name())
                        .param("failures", ending.failures())
                        .param("notBefore", timestamp(ending.notBefore()), Types.TIMESTAMP)
                        .param("why", ending.why())
                        .param("run", run, Types.BIGINT)
                        .param("now", Timestamp.from(now))
                        .param("id", claimed.id())
                        .param("claims", claimed.claims())
                        .update()
                == 1;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** By a rule or a person; false where it is running, or has changed since it was looked at. */
    boolean change(Due due, DueState to, boolean asked, @Nullable String why, Instant now) {
        return session.client()
                        .sql("""
                                update due set state = :state, why = :why, asked = :asked, not_before = null,
                                    failures = case when :state = 'DUE' then 0 else failures end,
                                    ended_at = case when :state = 'SKIPPED' then :now else ended_at end
                                where id = :id and state = :from and claims = :claims""")
                        .param("state", to.name())
                        .param("why", why)
                        .param("asked", asked)
                        .param("now", Timestamp.from(now))
                        .param("id", due.id())
                        .param("from", due.state().name())
                        .param("claims", due.claims())
                        .update()
                == 1;
    }

    void late(Collection<Due> late, Instant now) {
        session.client()
                .sql("update due set late_since = :now where id = any(:ids) and late_since is null")
                .param("now", Timestamp.from(now))
                .param("ids", late.stream().map(Due::id).toArray(Long[]::new))
                .update();
    }

    Map<String, String> paused() {
        Map<String, String> paused = new HashMap<>();
        session.client()
                .sql("select definition, paused_why, paused_by from schedule_state where paused_at is not null")
                .query(row -> {
                    paused.put(
                            row.getString("definition"),
                            row.getString("paused_why") + " (" + row.getString("paused_by") + ")");
                });
        return paused;
    }

    /** False where it is already. */
    boolean pause(String definition, String who, String why, Instant now) {
        return session.client()
                        .sql("""
                                update schedule_state set paused_at = :now, paused_by = :who, paused_why = :why
                                where definition = :definition and paused_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("who", who)
                        .param("why", why)
                        .param("definition", definition)
                        .update()
                == 1;
    }

    /** False where it is not paused. */
    boolean resume(String definition) {
        return session.client().sql("""
                                update schedule_state set paused_at = null, paused_by = null, paused_why = null
                                where definition = :definition and paused_at is not null""").param("definition", definition).update() == 1;
    }

    /** By whomever. */
    boolean isDone(String job, LocalDate date) {
        return session.client()
                .sql("""
                        select exists (
                            select from run where job = :job and business_date = :date and input_digest = ''
                                and outcome in ('COMPLETED', 'COMPLETED_WITH_SET_ASIDES'))""")
                .param("job", job)
                .param("date", date)
                .query(Boolean.class)
                .single();
    }

    /** By the database's clock. */
    Backlog backlog() {
        Map<DueState, Long> open = new EnumMap<>(DueState.class);
        long[] lag = {0};
        session.client().sql(BACKLOG).query(row -> {
            DueState state = DueState.valueOf(row.getString("state"));
            open.put(state, row.getLong("due"));
            if (state != DueState.HELD) {
                lag[0] = Math.max(lag[0], row.getLong("lag"));
            }
        });
        return new Backlog(Map.copyOf(open), Duration.ofSeconds(lag[0]));
    }

    Instant databaseTime() {
        return session.client()
                .sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
