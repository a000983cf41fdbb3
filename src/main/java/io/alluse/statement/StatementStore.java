package io.alluse.statement;

import io.alluse.broker.LineProblem;
import io.alluse.broker.Stated;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL of statements: what was read, cut into pages, and what became of its lines. */
final class StatementStore {

    private static final String COPY_VERDICTS = """
            copy statement_verdict (run_id, line, lines, verdict, reason, col, field, expected, found, value)
                from stdin (format binary)""";
    private static final String FORGET = Sql.of(StatementStore.class, "forget-statement");
    private static final String COUNTS = Sql.of(StatementStore.class, "line-counts");

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
        session.copy(rows, COPY_VERDICTS);
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

    /** Shown by the end of this statement and by no later one. */
    long openBreaks(long runId) {
        return session.client()
                .sql("select count(*) from reconciliation_break where run_id = :run and state = 'open'")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    /** The last word of a line about one thing counts. */
    void state(long runId, Stated stated) {
        session.client()
                .sql("""
                        insert into statement_stated (run_id, line, account, kind, instrument, as_of, amount)
                        values (:run, :line, :account, :kind, :instrument, :on, :amount)
                        on conflict (run_id, line, account, kind, instrument) do update set amount = excluded.amount""")
                .param("run", runId)
                .param("line", stated.line())
                .param("account", stated.account())
                .param("kind", kindOf(stated))
                .param(
                        "instrument",
                        stated instanceof Stated.Position held
                                ? held.instrument().canonical()
                                : "")
                .param("on", stated.date())
                .param("amount", amountOf(stated))
                .update();
    }

    private static String kindOf(Stated stated) {
        return switch (stated) {
            case Stated.OpeningCash _ -> "opening";
            case Stated.ClosingCash _ -> "closing";
            case Stated.Position _ -> "position";
        };
    }

    private static BigDecimal amountOf(Stated stated) {
        return switch (stated) {
            case Stated.OpeningCash cash -> cash.amount().amount();
            case Stated.ClosingCash cash -> cash.amount().amount();
            case Stated.Position held -> held.quantity();
        };
    }

    List<StatementPage> pages(long runId) {
        return session.client()
                .sql("select * from statement_page where run_id = :run order by part, page")
                .param("run", runId)
                .query((row, no) -> page(row))
                .list();
    }

    Optional<StatementPage> page(long runId, int part, long after) {
        return session.client()
                .sql("""
                        select * from statement_page where run_id = :run and part = :part and page > :after
                        order by page limit 1""")
                .param("run", runId)
                .param("part", part)
                .param("after", after)
                .query((row, no) -> page(row))
                .optional();
    }

    private static StatementPage page(ResultSet row) throws SQLException {
        return new StatementPage(
                row.getInt("part"),
                row.getLong("page"),
                row.getLong("from_id"),
                row.getObject("from_date", LocalDate.class),
                row.getLong("to_id"),
                row.getObject("to_date", LocalDate.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("activities"),
                row.getLong("lines"));
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

    /** What was kept for the time of the import only. */
    void clearPages(long runId) {
        session.client()
                .sql("delete from statement_page where run_id = :run")
                .param("run", runId)
                .update();
    }
}
