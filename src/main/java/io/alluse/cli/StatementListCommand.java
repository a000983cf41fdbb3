package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.statement.Statements;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which statements have been read. */
@Command(
        name = "list",
        description = {
            "Lists the statements that have been read, the latest first.",
            "",
            "Examples:",
            "  alluse statement list",
            "  alluse statement list --limit 200 --json",
            ""
        })
final class StatementListCommand extends Verb {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "at most so many (default: 20)")
    private int limit;

    @Override
    public Integer call() {
        try (Database database = database()) {
            Session session = Session.of(database.program());
            Runs runs = new Runs(session, database.program(), clock());
            answer(new Statements(session, runs).latest(limit));
        }
        return Exit.OK.code();
    }

    private void answer(List<Statements.Line> statements) {
        if (options().json()) {
            out().println(Json.text(
                    statements.stream().map(StatementListCommand::json).toList()));
        } else if (options().quiet()) {
            statements.forEach(one -> out().println(one.ref()));
        } else {
            TextTable table = TextTable.of(
                    "STATEMENT",
                    ">RUN",
                    "DATE",
                    "FILE",
                    "FORMAT",
                    "FROM",
                    "TO",
                    ">LINES",
                    ">POSTED",
                    ">REJECTED",
                    "OUTCOME");
            statements.forEach(one -> table.row(
                    one.ref(),
                    one.run().id(),
                    one.run().key().date(),
                    String.valueOf(one.run().inputName()),
                    one.format(),
                    one.first() == null ? "" : one.first(),
                    one.last() == null ? "" : one.last(),
                    one.seen(),
                    one.counts().posted(),
                    one.counts().rejected(),
                    one.run().outcome()));
            out().print(table);
        }
        out().flush();
    }

    static Json json(Statements.Line one) {
        return Json.object()
                .put("statement", one.ref())
                .put("run", one.run().id())
                .put("businessDate", one.run().key().date())
                .put("file", one.run().inputName())
                .put("format", one.format())
                .put("firstDate", one.first())
                .put("lastDate", one.last())
                .put("outcome", one.run().outcome())
                .put("lines", one.seen())
                .put("posted", one.counts().posted())
                .put("duplicate", one.counts().duplicate())
                .put("ignored", one.counts().ignored())
                .put("rejected", one.counts().rejected());
    }
}
