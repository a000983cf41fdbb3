package io.alluse.price;

import io.alluse.csv.CsvProblem;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of the stage: a price file in temporary tables, checked against itself and against what is loaded. */
final class PriceStageStore {

    /** The first key of the advisory lock under which one import at a time compares and writes. */
    private static final int IMPORT_LOCK = 0x50524943;

    private static final int ROWS_PER_COPY = 5_000;
    private static final String COPY_ROWS =
            "copy price_candidate (line, symbol, date, close, high, low, volume) from stdin (format binary)";
    private static final String COPY_PROBLEMS =
            "copy price_problem (line, col, field, value, reason) from stdin (format binary)";

    private final Session session;
    private final CopyRows rows = new CopyRows(7);
    private final CopyRows problems = new CopyRows(5);

    PriceStageStore(Session session) {
        this.session = session;
    }

    /** What was taken, by what is to be done with it. */
    record Taken(long loaded, long replaced) {}

    /** A price that is replaced, and by what. */
    record Replaced(String what, String change) {}

    void lock() {
        session.client()
                .sql("select pg_advisory_xact_lock(:lock, 0)")
                .param("lock", IMPORT_LOCK)
                .query((row, no) -> no)
                .single();
    }

    void createStage() {
        rows.clear();
        problems.clear();
        run(Sql.of(PriceStageStore.class, "create-stage"));
    }

    void stage(long line, Price price) {
        rows.row()
                .put(line)
                .put(price.symbol())
                .put(price.date())
                .put(price.close())
                .put(price.high())
                .put(price.low())
                .put(price.volume());
        if (rows.rows() == ROWS_PER_COPY) {
            flush();
        }
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

    private void run(String sql) {
        session.connected(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Rows against each other, and against what is loaded. */
    void findProblems(Map<String, Integer> columns, boolean replace) {
        run("analyze price_candidate");
        session.client()
                .sql(Sql.of(PriceStageStore.class, "find-problems"))
                .param("symbol_col", columns.getOrDefault(PriceFile.SYMBOL, 1))
                .param("close_col", columns.getOrDefault(PriceFile.CLOSE, 1))
                .param("high_col", columns.getOrDefault(PriceFile.HIGH, 1))
                .param("low_col", columns.getOrDefault(PriceFile.LOW, 1))
                .param("volume_col", columns.getOrDefault(PriceFile.VOLUME, 1))
                .param("replace", replace)
                .update();
    }

    Taken take() {
        run(Sql.of(PriceStageStore.class, "take-rows"));
        return session.client()
                .sql("""
                        select count(*) filter (where verdict = 'loaded') as loaded,
                            count(*) filter (where verdict = 'replaced') as replaced from price_taken""")
                .query((row, no) -> new Taken(row.getLong("loaded"), row.getLong("replaced")))
                .single();
    }

    /** Lines with at least one problem. */
    long refused() {
        return session.client()
                .sql("select count(distinct line) from price_problem")
                .query(Long.class)
                .single();
    }

    List<CsvProblem> problems(int most) {
        return session.client()
                .sql(
                        "select distinct line, col, field, value, reason from price_problem order by 1, 2, 3, 5 limit :most")
                .param("most", most)
                .query((row, no) -> problem(row))
                .list();
    }

    private static CsvProblem problem(ResultSet row) throws SQLException {
        return new CsvProblem(
                row.getLong("line"),
                row.getInt("col"),
                row.getString("field"),
                row.getString("value"),
                row.getString("reason"));
    }

    void replaced(Consumer<Replaced> each) {
        session.client()
                .sql(
                        "select symbol, date, was, close from price_taken where verdict = 'replaced' order by symbol, date")
                .query((RowCallbackHandler) row -> each.accept(new Replaced(
                        row.getString("symbol") + " " + row.getString("date"),
                        row.getBigDecimal("was").toPlainString() + " to "
                                + row.getBigDecimal("close").toPlainString())));
    }

    void write() {
        run(Sql.of(PriceStageStore.class, "write-prices"));
    }
}
