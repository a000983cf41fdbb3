package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.statement.Statements;
import io.alluse.text.Json;
import java.util.List;
import picocli.CommandLine.Command;

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
final class StatementListCommand extends ListVerb {

    @Override
    Listing<?> listing(Database database, Session session) {
        Statements statements = new Statements(session, new Runs(session, database.program(), clock()));
        return new Listing<Statements.Line>(
                (most, each) -> statements.latest(most).forEach(each),
                StatementListCommand::json,
                Statements.Line::ref,
                List.of(
                        "STATEMENT",
                        ">RUN",
                        "DATE",
                        "FORMAT",
                        "FROM",
                        "TO",
                        ">LINES",
                        ">POSTED",
                        ">REJECTED",
                        "OUTCOME",
                        "FILE"),
                one -> new Object[] {
                    one.ref(),
                    one.run().id(),
                    one.run().key().date(),
                    one.format(),
                    one.first() == null ? "" : one.first(),
                    one.last() == null ? "" : one.last(),
                    one.seen(),
                    one.counts().posted(),
                    one.counts().rejected(),
                    one.run().outcome(),
                    String.valueOf(one.run().inputName())
                },
                "no statement has been read; `alluse statement import --help`");
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
