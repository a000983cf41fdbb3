package io.alluse.statement;

import io.alluse.broker.LineProblem;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SQL of what became of the lines of a statement, and of what does not tie in it. */
final class VerdictStore {

    private static final String COPY = """
            copy statement_verdict (run_id, line, lines, verdict, reason, col, field, expected, found, value)
                from stdin (format binary)""";
    private static final String COUNTS = Sql.of(StatementStore.class, "line-counts");

    private final Session session;

    VerdictStore(Session session) {
        this.session = session;
    }

    void keep(long runId, List<Verdict> verdicts) {
        CopyRows rows = new CopyRows(10);
        for (Verdict verdict : verdicts) {
            rows.row()
                    .put(runId)
                    .put(verdict.line())
                    .put(verdict.lines())
                    .put(verdict.kind().word())
                    .put(verdict.reason());
            LineProblem problem = verdict.problem();
            if (problem == null) {
                rows.putNull().putNull().putNull().putNull().putNull();
            } else {
                rows.putInteger(problem.column())
                        .put(problem.field())
                        .put(problem.expected())
                        .put(problem.found())
                        .put(problem.raw());
            }
        }
        session.copy(rows, COPY);
    }

    List<Verdict> verdicts(long runId, Verdict.Kind kind, int most) {
        return session.client()
                .sql("""
                        select * from statement_verdict where run_id = :run and verdict = :kind
                        order by line limit :most""")
                .param("run", runId)
                .param("kind", kind.word())
                .param("most", most)
                .query((row, no) -> verdict(row))
                .list();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        Verdict.Kind kind = Verdict.Kind.ofWord(row.getString("verdict"));
        LineProblem problem = row.getString("field") == null
                ? null
                : new LineProblem(
                        row.getLong("line"),
                        row.getInt("col"),
                        row.getString("field"),
                        row.getString("expected"),
                        row.getString("found"),
                        row.getString("value"));
        return new Verdict(row.getLong("line"), row.getLong("lines"), kind, row.getString("reason"), problem);
    }

    void warn(long runId, List<LineProblem> warnings) {
        session.client()
                .sql("""
                        insert into statement_warning (run_id, line, col, field, expected, found, value)
                        select :run, w.* from unnest(:lines::bigint[], :columns::integer[], :fields::text[],
                            :expected::text[], :found::text[], :values::text[]) as w on conflict do nothing""")
                .param("run", runId)
                .param("lines", warnings.stream().map(LineProblem::line).toArray(Long[]::new))
                .param("columns", warnings.stream().map(LineProblem::column).toArray(Integer[]::new))
                .param("fields", texts(warnings, LineProblem::field))
                .param("expected", texts(warnings, LineProblem::expected))
                .param("found", texts(warnings, LineProblem::found))
                .param("values", texts(warnings, LineProblem::raw))
                .update();
    }

    private static String[] texts(List<LineProblem> problems, Function<LineProblem, String> text) {
        return problems.stream().map(text).toArray(String[]::new);
    }

    List<LineProblem> warnings(long runId, int most) {
        return session.client()
                .sql("select * from statement_warning where run_id = :run order by line, col limit :most")
                .param("run", runId)
                .param("most", most)
                .query((row, no) -> new LineProblem(
                        row.getLong("line"),
                        row.getInt("col"),
                        row.getString("field"),
                        row.getString("expected"),
                        row.getString("found"),
                        row.getString("value")))
                .list();
    }

    /** Physical lines as the rows have them, whatever the run says of itself. */
    LineCounts counts(long runId) {
        return session.client().sql(COUNTS).param("run", runId).query((ResultSet row) -> {
            long posted = 0;
            Map<Verdict.Kind, Long> others = new EnumMap<>(Verdict.Kind.class);
            while (row.next()) {
                if (row.getString("verdict").equals("posted")) {
                    posted = row.getLong("lines");
                } else {
                    others.put(Verdict.Kind.ofWord(row.getString("verdict")), row.getLong("lines"));
                }
            }
            return new LineCounts(
                    posted,
                    others.getOrDefault(Verdict.Kind.DUPLICATE, 0L),
                    others.getOrDefault(Verdict.Kind.IGNORED, 0L),
                    others.getOrDefault(Verdict.Kind.REJECTED, 0L));
        });
    }
}
