package io.alluse.capitalization;

import io.alluse.capitalization.PlanPolicies.Sourced;
import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.capitalization.PlanRow.References;
import io.alluse.money.Money;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL of capital plans: staging in temporary tables, checking against each other and what exists, walking. */
final class PlanStore {

    private static final int ROWS_PER_COPY = 5_000;
    private static final String COPY_ROWS = """
            copy plan_candidate (line, name, capital, policy, mapping, split, overlays, opened_on,
                main_reference, gen_reference, rev_reference, com_reference, content) from stdin (format binary)""";
    private static final String COPY_PROBLEMS =
            "copy plan_problem (line, col, field, value, reason) from stdin (format binary)";
    private static final String WALK = Sql.of(PlanStore.class, "walk-plan");
    private static final String INSERT_OVERRIDES = Sql.of(PlanStore.class, "insert-overrides");

    private final Session session;
    private final CopyRows rows = new CopyRows(13);
    private final CopyRows problems = new CopyRows(5);

    PlanStore(Session session) {
        this.session = session;
    }

    void createStage() {
        run(Sql.of(PlanStore.class, "create-stage"));
    }

    void stage(PlanRow row) {
        rows.row()
                .put(row.line())
                .put(row.name())
                .put(row.capital().amount())
                .put(row.choice().policy())
                .put(row.choice().mapping())
                .put(row.choice().split())
                .put(row.choice().overlays())
                .put(row.openedOn())
                .put(nullIfBlank(row.references().main()))
                .put(nullIfBlank(row.references().gen()))
                .put(nullIfBlank(row.references().rev()))
                .put(nullIfBlank(row.references().com()))
                .put(row.content());
        if (rows.rows() == ROWS_PER_COPY) {
            flush();
        }
    }

    private static @Nullable String nullIfBlank(String text) {
        return text.isEmpty() ? null : text;
    }

    void stage(PlanProblem problem) {
        problems.row()
                .put(problem.line())
                .putInteger(problem.column())
                .put(problem.field())
                .put(problem.value())
                .put(problem.reason());
        if (problems.rows() == ROWS_PER_COPY) {
            flush();
        }
    }

    void flush() {
        session.copy(rows, COPY_ROWS);
        session.copy(problems, COPY_PROBLEMS);
    }

    /** Rows against each other, against main accounts and references that exist, against unfinished runs. */
    void findProblems(Map<PlanField, Integer> columns) {
        run("analyze plan_candidate");
        var statement = session.client().sql(Sql.of(PlanStore.class, "find-problems"));
        for (PlanField field : PlanField.values()) {
            if (field == PlanField.NAME || field.title().endsWith("reference")) {
                statement = statement.param(field.title() + "_col", columns.getOrDefault(field, 0));
            }
        }
        statement.update();
    }

    /** Numbers the rows that can be opened; the counter stays locked until the transaction ends. */
    long take(boolean reserve) {
        long first = session.client()
                .sql(
                        reserve
                                ? "select next_number from main_account_counter for update"
                                : "select next_number from main_account_counter")
                .query(Long.class)
                .single();
        long taken = session.client()
                .sql(Sql.of(PlanStore.class, "take-rows"))
                .param("first", first)
                .update();
        if (reserve) {
            session.client()
                    .sql("update main_account_counter set next_number = next_number + :taken")
                    .param("taken", taken)
                    .update();
        }
        return taken;
    }

    /** For walking the stage itself, page by page. */
    void indexStage() {
        run("create index on plan_taken (number)");
    }

    /** Lines with at least one problem. */
    long refused() {
        return count("select count(distinct line) from plan_problem");
    }

    private long count(String sql) {
        return session.client().sql(sql).query(Long.class).single();
    }

    private void run(String sql) {
        session.connected(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Of the rows that were taken. */
    List<PolicyChoice> choices() {
        return session.client()
                .sql("select distinct policy, mapping, split, overlays from plan_taken")
                .query((row, no) -> choice(row))
                .list();
    }

    private static PolicyChoice choice(ResultSet row) throws SQLException {
        return new PolicyChoice(
                row.getString("policy"), row.getString("mapping"), row.getString("split"), row.getString("overlays"));
    }

    void keepProblems(long runId) {
        session.client().sql("""
                        insert into input_problem (run_id, line, col, field, value, reason)
                        select distinct :run, line, col, field, value, reason from plan_problem""").param("run", runId).update();
    }

    /** Parts of a small run are one: its walk goes from table partition to table partition. */
    void keepRows(long runId, boolean onePart) {
        session.client()
                .sql(Sql.of(PlanStore.class, "keep-rows"))
                .param("run", runId)
                .param("one_part", onePart)
                .update();
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

    List<PlanProblem> stagedProblems(int most) {
        return session.client()
                .sql(
                        "select distinct line, col, field, value, reason from plan_problem order by 1, 2, 3, 5 limit :most")
                .param("most", most)
                .query((row, no) -> problem(row))
                .list();
    }

    List<PlanProblem> problems(long runId, int most) {
        return session.client()
                .sql("""
                        select line, col, field, value, reason from input_problem
                        where run_id = :run order by line, col, reason limit :most""")
                .param("run", runId)
                .param("most", most)
                .query((row, no) -> problem(row))
                .list();
    }

    private static PlanProblem problem(ResultSet row) throws SQLException {
        return new PlanProblem(
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

    List<StagedRow> stagedRows(long after, int most) {
        return session.client()
                .sql("select number as seq, * from plan_taken where number > :after order by number limit :most")
                .param("after", after)
                .param("most", most)
                .query((row, no) -> staged(row))
                .list();
    }

    private static StagedRow staged(ResultSet row) throws SQLException {
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
                        row.getObject("opened_on", LocalDate.class),
                        references,
                        row.getString("content")));
    }

    private static String blankIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    void insertOverrides(List<Opening> openings) {
        record Row(Opening opening, Sourced sourced) {}
        List<Row> overrides = openings.stream()
                .flatMap(opening -> opening.overrides().stream().map(sourced -> new Row(opening, sourced)))
                .toList();
        if (overrides.isEmpty()) {
            return;
        }
        session.client()
                .sql(INSERT_OVERRIDES)
                .param(
                        "subjects",
                        overrides.stream()
                                .map(row -> row.opening().main().id().value())
                                .toArray(Long[]::new))
                .param(
                        "dates",
                        overrides.stream()
                                .map(row -> row.opening().main().openedOn().toString())
                                .toArray(String[]::new))
                .param(
                        "keys",
                        overrides.stream()
                                .map(row -> row.sourced().override().key())
                                .toArray(String[]::new))
                .param(
                        "values",
                        overrides.stream()
                                .map(row -> row.sourced().override().value())
                                .toArray(String[]::new))
                .param(
                        "sources",
                        overrides.stream().map(row -> row.sourced().source()).toArray(String[]::new))
                .update();
    }

    /** What the database holds of the main accounts that a run opened: as they were opened, whatever came later. */
    record Opened(long mains, long accounts, Money capital, Money base) {}

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
