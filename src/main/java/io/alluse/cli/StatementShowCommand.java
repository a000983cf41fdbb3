package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.statement.Statements;
import io.alluse.statement.Verdict;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of the lines of a statement. */
@Command(
        name = "show",
        description = {
            "Shows what became of the lines of a statement: how many were posted, and each that was not, with the reason.",
            "",
            "Examples:",
            "  alluse statement show 3f1c09ab5e7d2c44",
            "  alluse statement show 12 --json",
            ""
        })
final class StatementShowCommand extends Verb {

    @Parameters(paramLabel = "STATEMENT", description = "as `alluse statement list` names it, or the number of its run")
    @SuppressWarnings("NullAway.Init")
    private String statement;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "lines of a kind (default: 100)")
    private int limit;

    @Override
    public Integer call() {
        try (Database database = database()) {
            Session session = Session.of(database.program());
            Statements statements = new Statements(session, new Runs(session, database.program(), clock()));
            Statements.Line found = statements.named(statement);
            List<Verdict> verdicts = Arrays.stream(Verdict.Kind.values())
                    .flatMap(kind -> statements.verdicts(found.run().id(), kind, limit).stream())
                    .toList();
            answer(found, verdicts);
        }
        return Exit.OK.code();
    }

    private void answer(Statements.Line found, List<Verdict> verdicts) {
        String file = String.valueOf(found.run().inputName());
        if (options().json()) {
            out().println(StatementListCommand.json(found)
                    .put("verdicts", verdicts.stream().map(StatementText::json).toList()));
        } else {
            out().println(file + "  " + found.format() + "  statement " + found.ref() + "  run "
                    + found.run().id() + " of " + found.run().key().date() + "  "
                    + found.run().outcome());
            StatementText.counts(out(), found.seen(), found.counts());
            verdicts.forEach(verdict -> out().println(
                            "  " + verdict.kind().word() + "  " + StatementText.line(file, verdict) + more(verdict)));
        }
        out().flush();
    }

    private static String more(Verdict verdict) {
        return verdict.lines() == 1 ? "" : " (" + verdict.lines() + " lines)";
    }
}
