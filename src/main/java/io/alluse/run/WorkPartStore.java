package io.alluse.run;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;

import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.money.Money;
import io.alluse.run.WorkPart.Span;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL of the parts of runs. */
final class WorkPartStore {

    private static final String WORK_PARTS = Sql.of(WorkPartStore.class, "work-parts");
    private static final String ADVANCE = Sql.of(WorkPartStore.class, "advance-work-part");
    private static final String PROGRESS = Sql.of(WorkPartStore.class, "progress");

    private final Session session;

    WorkPartStore(Session session) {
        this.session = session;
    }

    void insert(long runId, int pass, int part, int epoch, Span span, long population, boolean inTurn) {
        session.client()
                .sql("""
                        insert into work_partition
                            (run_id, pass, part, epoch, population, after_id, up_to_id, serial_bound, position, in_turn)
                        values (:run, :pass, :part, :epoch, :population, :after, :upTo, :bound, :after, :inTurn)""")
                .param("inTurn", inTurn)
                .param("run", runId)
                .param("pass", pass)
                .param("part", part)
                .param("epoch", epoch)
                .param("population", population)
                .param("after", span.after())
                .param("upTo", span.upTo())
                .param("bound", span.serialBound())
                .update();
    }

    List<WorkPart> parts(long runId, int pass) {
        return session.client()
                .sql(WORK_PARTS)
                .param("run", runId)
                .param("pass", pass)
                .query((row, no) -> part(row))
                .list();
    }

    private static WorkPart part(ResultSet row) throws SQLException {
        return new WorkPart(
                row.getLong("run_id"),
                row.getInt("pass"),
                row.getInt("part"),
                row.getInt("epoch"),
                row.getLong("population"),
                new Span(row.getLong("after_id"), row.getLong("up_to_id"), row.getLong("serial_bound")),
                row.getLong("position"),
                row.getLong("done"),
                new Tally(counts(row), reasons(row), totals(row), RunDigest.of(row.getBytes("digest"))),
                row.getBoolean("in_turn"));
    }

    private static Map<AccountOutcome, Long> counts(ResultSet row) throws SQLException {
        Map<AccountOutcome, Long> counts = new EnumMap<>(AccountOutcome.class);
        for (AccountOutcome outcome : AccountOutcome.values()) {
            counts.put(outcome, row.getLong(outcome.column()));
        }
        return counts;
    }

    private static SortedMap<String, Long> reasons(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("reasons").getArray();
        Long[] counts = (Long[]) row.getArray("reason_counts").getArray();
        SortedMap<String, Long> reasons = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            reasons.put(names[i], counts[i]);
        }
        return reasons;
    }

    private static Balances totals(ResultSet row) throws SQLException {
        BigDecimal[] totals = (BigDecimal[]) row.getArray("totals").getArray();
        return totals.length == 0
                ? Balances.ZERO
                : Balances.of(Arrays.stream(totals).map(Money::of).toList());
    }

    /** Of the latest pass, which is about the accounts that the one before has set aside; a candidate is done after its turn. */
    Progress progress(long runId) {
        return session.client()
                .sql(PROGRESS)
                .param("run", runId)
                .query((row, no) -> new Progress(row.getLong("done"), row.getLong("total"), row.getLong("aside")))
                .single();
    }

    /** The fence: no row is updated, and none returned, for an owner whose epoch has passed. */
    Optional<Long> fence(WorkPart part) {
        return session.client()
                .sql("""
                        update work_partition set epoch = epoch
                        where run_id = :run and pass = :pass and part = :part and epoch = :epoch returning done""")
                .param("run", part.runId())
                .param("pass", part.pass())
                .param("part", part.part())
                .param("epoch", part.epoch())
                .query(Long.class)
                .optional();
    }

    /** Fenced likewise. */
    boolean advance(WorkPart to) {
        Tally tally = to.tally();
        return session.client()
                        .sql(ADVANCE)
                        .param("position", to.position())
                        .param("done", to.done())
                        .param("posted", tally.of(POSTED))
                        .param("nothing", tally.of(NOTHING))
                        .param("waiting", tally.of(WAITING))
                        .param("review", tally.of(REVIEW))
                        .param("notEligible", tally.of(NOT_ELIGIBLE))
                        .param("setAside", tally.of(SET_ASIDE))
                        .param("reasons", tally.reasons().keySet().toArray(String[]::new))
                        .param("reasonCounts", tally.reasons().values().toArray(Long[]::new))
                        .param("totals", amounts(tally.moved()))
                        .param("digest", tally.digest().bytes())
                        .param("run", to.runId())
                        .param("pass", to.pass())
                        .param("part", to.part())
                        .param("epoch", to.epoch())
                        .update()
                == 1;
    }

    private static BigDecimal[] amounts(Balances balances) {
        return balances.inChartOrder().stream().map(Money::amount).toArray(BigDecimal[]::new);
    }
}
