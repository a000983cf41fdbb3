package io.alluse.run;

import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** SQL of the parts of runs. */
final class WorkPartStore {

    private static final String WORK_PARTS = Sql.of(WorkPartStore.class, "work-parts");
    private static final String ADVANCE = Sql.of(WorkPartStore.class, "advance-work-part");

    private final Session session;

    WorkPartStore(Session session) {
        this.session = session;
    }

    void insert(long runId, int pass, int part, int epoch, long population) {
        session.client()
                .sql("""
                        insert into work_partition (run_id, pass, part, epoch, population)
                        values (:run, :pass, :part, :epoch, :population)""")
                .param("run", runId)
                .param("pass", pass)
                .param("part", part)
                .param("epoch", epoch)
                .param("population", population)
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
        BigDecimal[] totals = (BigDecimal[]) row.getArray("totals").getArray();
        return new WorkPart(
                row.getLong("run_id"),
                row.getInt("pass"),
                row.getInt("part"),
                row.getInt("epoch"),
                row.getLong("population"),
                row.getLong("position"),
                row.getLong("done"),
                row.getLong("posted"),
                totals.length == 0
                        ? Balances.ZERO
                        : Balances.of(Arrays.stream(totals).map(Money::of).toList()),
                RunDigest.of(row.getBytes("digest")));
    }

    Progress progress(long runId) {
        return session.client()
                .sql("""
                        select coalesce(sum(done), 0) as done, coalesce(sum(population), 0) as total
                        from work_partition where run_id = :run""")
                .param("run", runId)
                .query((row, no) -> new Progress(row.getLong("done"), row.getLong("total")))
                .single();
    }

    /** The fence: no row is updated for an owner whose epoch has passed. */
    boolean advance(WorkPart to) {
        BigDecimal[] totals =
                to.totals().inChartOrder().stream().map(Money::amount).toArray(BigDecimal[]::new);
        return session.client()
                        .sql(ADVANCE)
                        .param("position", to.position())
                        .param("done", to.done())
                        .param("posted", to.posted())
                        .param("totals", totals)
                        .param("digest", to.digest().bytes())
                        .param("run", to.runId())
                        .param("pass", to.pass())
                        .param("part", to.part())
                        .param("epoch", to.epoch())
                        .update()
                == 1;
    }
}
