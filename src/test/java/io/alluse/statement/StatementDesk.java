package io.alluse.statement;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.ledger.LedgerVerification;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.statement.Break.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statement import on a capitalized database, for file after file. */
final class StatementDesk implements AutoCloseable {

    static final BusinessDay DAY = BusinessDay.parse("2026-02-27");
    static final String GEN = "A-000001-GEN";
    private static final int THREADS = 2;

    private final CapitalizedDatabase capitalized;
    private final JobContext jobs;
    private final StatementImport imports;

    private StatementDesk(CapitalizedDatabase capitalized) {
        this.capitalized = capitalized;
        this.jobs = JobContext.start(capitalized.test().database(), THREADS);
        Session session = jobs.session();
        this.imports = new StatementImport(
                session,
                jobs.batch(),
                new Runs(session, capitalized.test().program(), CapitalizedDatabase.CLOCK),
                PolicyBook.shipped(),
                Audit.of(jobs.dataSource(), AuditContext.of(List.of("test"), null, CapitalizedDatabase.CLOCK)));
    }

    static StatementDesk ofMains(int mains) {
        return new StatementDesk(CapitalizedDatabase.ofMains(mains));
    }

    static StatementDesk of(String plan) {
        return new StatementDesk(CapitalizedDatabase.of(plan));
    }

    Session session() {
        return capitalized.session();
    }

    /** Lines of GEN that the file does not name. */
    StatementReport run(String file) {
        return run(file, GEN, DAY, false);
    }

    StatementReport run(String file, @Nullable String account, BusinessDay date, boolean acceptPartial) {
        return run(file, account, date, acceptPartial, new StopSignal());
    }

    StatementReport run(
            String file, @Nullable String account, BusinessDay date, boolean acceptPartial, StopSignal stop) {
        return withFile(file, path -> imports.run(order(path, account, date, acceptPartial, stop)));
    }

    /** What a run of it would come to. */
    StatementPreview preview(String file, @Nullable String account, BusinessDay date) {
        return withFile(
                file, path -> StatementRehearsal.of(session(), PolicyBook.shipped(), path, null, account, date));
    }

    /** In as many transactions as there are days. */
    StatementReport inSmallPages(String file, @Nullable String account) {
        return withFile(
                file,
                path -> imports.run(
                        order(path, account, DAY, false, new StopSignal()).inParts(1)));
    }

    private static StatementImport.Order order(
            Path path, @Nullable String account, BusinessDay date, boolean acceptPartial, StopSignal stop) {
        return new StatementImport.Order(
                path,
                null,
                account,
                date,
                acceptPartial,
                THREADS,
                new Owner("test", ProcessHandle.current().pid(), "test"),
                stop);
    }

    private static <T> T withFile(String text, Function<Path, T> work) {
        try {
            Path file = Files.writeString(Files.createTempFile("statement", ".csv"), text);
            try {
                return work.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line per row, its columns separated by blanks. */
    List<String> rows(String sql) {
        return session()
                .client()
                .sql(sql)
                .query((row, no) -> {
                    int columns = row.getMetaData().getColumnCount();
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        line.append(i == 1 ? "" : " ").append(row.getString(i));
                    }
                    return line.toString();
                })
                .list();
    }

    /** As ann says it. */
    Break explain(long id, String reason) {
        DataSource source = capitalized.test().program();
        AuditContext ann = new AuditContext("ann", "node-1", null, "alluse break explain", CapitalizedDatabase.CLOCK);
        Word word = new Word(CapitalizedDatabase.CLOCK.instant(), "ann", reason);
        return new Breaks(Session.of(source)).explain(id, word, Audit.of(source, ann));
    }

    void execute(String sql) {
        session().client().sql(sql).update();
    }

    /** Every account's code with the end of its chain: equal where the ledgers are equal to the last byte. */
    List<String> chains() {
        return rows("""
                select a.code, h.last_no, encode(h.last_hash, 'hex') from account a
                join account_head h on h.account_id = a.id order by a.code""");
    }

    List<String> movements(String code) {
        return rows("""
                select v.effective_date, v.from_account, v.to_account, v.amount from movement v
                join account a on a.id = v.account_id where a.code = '%s' and v.event_no > 1
                order by v.event_no, v.seq""".formatted(code));
    }

    boolean isClean() {
        return new LedgerVerification(capitalized.test().owner())
                .verify(LedgerVerification.Scope.ALL, done -> {})
                .isClean();
    }

    /** As Robinhood tells them: {@code date|instrument|description|code|quantity|price|amount}, newest first. */
    static String robinhood(String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> row(lines[lines.length - 1 - i]))
                .collect(Collectors.joining(
                        "\n",
                        "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\",\"Trans Code\","
                                + "\"Quantity\",\"Price\",\"Amount\"\n",
                        "\n"));
    }

    private static String row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return Stream.concat(
                        Stream.of(cells.getFirst(), cells.getFirst(), cells.getFirst()),
                        cells.stream().skip(1))
                .map(cell -> '"' + cell + '"')
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        jobs.close();
        capitalized.close();
    }
}
