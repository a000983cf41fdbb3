package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.Explanation;
import io.alluse.sweep.KeptOutcome;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Why a run came to what it came to, as a whole or for one account. */
@Command(
        name = "explain",
        description = {
            "Explains a run: its outcomes with their reasons; or one account of it, down to the arithmetic.",
            "",
            "Examples:",
            "  alluse job explain 12",
            "  alluse job explain 12 A-000042-GEN",
            ""
        },
        footer = {"", "Exit 5 where there is no such run, or the account is not one of those it is about."})
final class JobExplainCommand extends Verb {

    private static final int FIRST = 20;

    @Parameters(index = "0", paramLabel = "RUN", description = "the number of a run")
    private long run;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ACCOUNT",
            converter = Code.class,
            description = "an account such as A-000042-GEN")
    @Nullable
    private String account;

    @Override
    public Integer call() {
        try (Database database = database()) {
            Session session = Session.of(database.program());
            Runs runs = new Runs(session, database.program(), clock());
            Run found = RunDetail.found(runs, run);
            if (account == null) {
                session.snapshot(() -> whole(session, RunDetail.of(runs, found)));
            } else {
                ExplanationText text = new ExplanationText(
                        found, explained(session, runs, found, account, Audit.of(database.program(), auditContext())));
                out().println(options().json() ? text.json() : text);
            }
        }
        out().flush();
        return Exit.OK.code();
    }

    private Explanation explained(Session session, Runs runs, Run found, String code, Audit audit) {
        if (!found.key().inputDigest().isEmpty()) {
            throw Fault.usage("run " + found.id() + " is of a capital plan; `alluse account history " + code
                    + "` shows what it posted");
        }
        PolicyBook book = book();
        SweepJobs job = JobRunCommand.named(found.key().job());
        return session.snapshot(
                () -> new Explaining<>(job.on(session, book, audit), session, runs, book).explain(found, code));
    }

    private RunDetail whole(Session session, RunDetail detail) {
        List<KeptOutcome> first = Stream.of(AccountOutcome.SET_ASIDE, AccountOutcome.REVIEW, AccountOutcome.WAITING)
                .flatMap(outcome -> Explaining.first(session, detail.run().id(), outcome, FIRST).stream())
                .toList();
        if (options().json()) {
            Json json = RunText.json(detail);
            out().println(json.put("first", first.stream().map(KeptText::json).toList()));
        } else {
            RunText.print(out(), detail);
            print(first);
        }
        return detail;
    }

    private void print(List<KeptOutcome> first) {
        if (first.isEmpty()) {
            return;
        }
        TextTable table = TextTable.of("ACCOUNT", "OUTCOME", ">PASS", "REASON", "STATE");
        first.forEach(one -> table.row(
                one.code(),
                one.outcome().words(),
                one.pass(),
                KeptText.reason(one),
                one.outcome() == AccountOutcome.SET_ASIDE ? KeptText.state(one) : ""));
        out().print(Terminal.fit(table));
        note("the first " + FIRST + " of each outcome; one account: `alluse job explain " + run + " ACCOUNT`");
    }
}
