package io.alluse.capitalization;

import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.csv.CsvProblem;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL of the stage: a plan in temporary tables, its rows checked against each other and against what exists. */
final class StageStore {

    private static final int ROWS_PER_COPY = 5_000;
    private static final String COPY_ROWS = """
            copy plan_candidate (line, name, capital, policy, mapping, split, overlays, policy_hash, opened_on,
                main_reference, gen_reference, rev_reference, com_reference, content) from stdin (format binary)""";
    private static final String COPY_PROBLEMS =
            "copy plan_problem (line, col, field, value, reason) from stdin (format binary)";

    private final Session session;
    private final CopyRows rows = new CopyRows(14);
    private final CopyRows problems = new CopyRows(5);

    StageStore(Session session) {
        this.session = session;
    }

    void createStage() {
        rows.clear();
        problems.clear();
        run(Sql.of(StageStore.class, "create-stage"));
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
                .put(row.policy().bytes())
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

    void stage(CsvProblem problem) {
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
    void findProblems(Map<String, Integer> columns) {
        run("analyze plan_candidate");
        var statement = session.client().sql(Sql.of(StageStore.class, "find-problems"));
        for (PlanField field : PlanField.values()) {
            if (field == PlanField.NAME || field.title().endsWith("reference")) {
                statement = statement.param(field.title() + "_col", columns.getOrDefault(field.title(), 1));
            }
        }
        statement.update();
    }

    /**
     * The number of the next main account. Locked, the counter also holds off whoever would take a reference while rows are checked
     * against those that are taken, until the transaction ends.
     */
    long nextNumber(boolean locked) {
        return session.client()
                .sql(
                        locked
                                ? "select next_number from main_account_counter for update"
                                : "select next_number from main_account_counter")
                .query(Long.class)
                .single();
    }

    /** Numbers the rows that can be opened, from this number on. */
    long take(long first) {
        return session.client()
                .sql(Sql.of(StageStore.class, "take-rows"))
                .param("first", first)
                .update();
    }

    void reserve(long numbers) {
        session.client()
                .sql("update main_account_counter set next_number = next_number + :numbers")
                .param("numbers", numbers)
                .update();
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
                .query((row, no) -> PlanStore.choice(row))
                .list();
    }

    void keepProblems(long runId) {
        session.client().sql("""
                        insert into input_problem (run_id, line, col, field, value, reason)
                        select distinct :run, line, col, field, value, reason from plan_problem""").param("run", runId).update();
    }

    /** Parts of a small run are one: its walk goes from table partition to table partition. */
    void keepRows(long runId, boolean onePart) {
        session.client()
                .sql(Sql.of(StageStore.class, "keep-rows"))
                .param("run", runId)
                .param("one_part", onePart)
                .update();
    }

    List<CsvProblem> stagedProblems(int most) {
        return session.client()
                .sql(
                        "select distinct line, col, field, value, reason from plan_problem order by 1, 2, 3, 5 limit :most")
                .param("most", most)
                .query((row, no) -> PlanStore.problem(row))
                .list();
    }

    List<StagedRow> stagedRows(long after, int most) {
        return session.client()
                .sql("select number as seq, * from plan_taken where number > :after order by number limit :most")
                .param("after", after)
                .param("most", most)
                .query((row, no) -> PlanStore.staged(row))
                .list();
    }
}
