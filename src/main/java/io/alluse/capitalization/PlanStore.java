package io.alluse.capitalization;

import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.capitalization.PlanRow.References;
import io.alluse.csv.CsvProblem;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL of plans that have been staged: their parts, the walk through them, what came of them. */
final class PlanStore {

    private static final String WALK = Sql.of(PlanStore.class, "walk-plan");

    private final Session session;

    PlanStore(Session session) {
        this.session = session;
    }

    static PolicyChoice choice(ResultSet row) throws SQLException {
        return new PolicyChoice(
                row.getString("policy"), row.getString("mapping"), row.getString("split"), row.getString("overlays"));
    }

    Map<Integer, Long> parts(long runId) {
        return session.client()
                .sql("select part, count(*) from plan_row where run_id = :run group by part order by part")
                .param("run", runId)
                .query((ResultSet row) -> {
                    Map<Integer, Long> parts = new TreeMap<>();
                    while (row.next()) {
                        parts.put(row.getInt(1), row.getLong(2));
                    }
                    return parts;
                });
    }

    List<CsvProblem> problems(long runId, int most) {
        return session.client()
                .sql("""
                        select line, col, field, value, reason from input_problem
                        where run_id = :run order by line, col, reason limit :most""")
                .param("run", runId)
                .param("most", most)
                .query((row, no) -> problem(row))
                .list();
    }

    static CsvProblem problem(ResultSet row) throws SQLException {
        return new CsvProblem(
                row.getLong("line"),
                row.getInt("col"),
                row.getString("field"),
                row.getString("value"),
                row.getString("reason"));
    }

    List<StagedRow> walk(long runId, int part, long after, int most) {
        return session.client()
                .sql(WALK)
                .param("run", runId)
                .param("part", part)
                .param("after", after)
                .param("most", most)
                .query((row, no) -> staged(row))
                .list();
    }

    static StagedRow staged(ResultSet row) throws SQLException {
        References references = new References(
                blankIfNull(row.getString("main_reference")),
                blankIfNull(row.getString("gen_reference")),
                blankIfNull(row.getString("rev_reference")),
                blankIfNull(row.getString("com_reference")));
        return new StagedRow(
                row.getLong("seq"),
                row.getLong("number"),
                new PlanRow(
                        row.getLong("line"),
                        row.getString("name"),
                        Money.of(row.getBigDecimal("capital")),
                        choice(row),
                        PolicyHash.of(row.getBytes("policy_hash")),
                        row.getObject("opened_on", LocalDate.class),
                        references,
                        row.getString("content")));
    }

    private static String blankIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What the database holds of the main accounts that a run opened: as they were opened, whatever came later. */
    record Opened(long mains, long accounts, Money capital, Money base) {}

    /** Codes of main accounts that the run has opened; one if it is the only one, none if there is none. */
    List<String> firstAndLast(long runId) {
        return session.client()
                .sql(Sql.of(PlanStore.class, "first-and-last"))
                .param("run", runId)
                .query((row, no) -> row.getString("code"))
                .list();
    }

    Opened opened(long runId) {
        return session.client()
                .sql(Sql.of(PlanStore.class, "opened"))
                .param("run", runId)
                .query((row, no) -> new Opened(
                        row.getLong("mains"),
                        row.getLong("accounts"),
                        Money.of(row.getBigDecimal("capital")),
                        Money.of(row.getBigDecimal("base"))))
                .single();
    }
}
