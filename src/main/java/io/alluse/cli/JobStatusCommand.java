package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.service.Standing;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The latest runs: what they are about, how far they are, how they ended; or one in full. */
@Command(
        name = "status",
        description = {
            "Shows the latest runs, or one in full; also while it is being carried out elsewhere.",
            "And what is due and has not ended: what runs next, what each of the others waits for.",
            "",
            "Examples:",
            "  alluse job status",
            "  alluse job status 12",
            "  alluse job status 12 --json",
            "  alluse job status --due",
            ""
        })
final class JobStatusCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "the number of a run")
    @Nullable
    private Long run;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N", description = "how many runs (default: 20)")
    private int limit;

    @Option(names = "--due", description = "only what is due, without the runs")
    private boolean due;

    /** A run and, at the same moment, how far it is. */
    private record Shown(RunDetail detail, Underway underway) {

        Run run() {
            return detail.run();
        }

        Json json() {
            return underway.addTo(RunText.json(detail));
        }
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one run");
        }
        List<Shown> shown;
        List<Standing> standings;
        try (Database database = database()) {
            standings = run == null && (due || !options().json()) ? DueListing.of(this, database) : List.of();
            if (due) {
                answer(standings);
                return Exit.OK.code();
            }
            Session session = Session.of(database.program());
            Runs runs = new Runs(session, database.program(), clock());
            shown = session.transaction(() -> looked(runs));
        }
        if (options().json()) {
            out().println(Json.text(shown.stream().map(Shown::json).toList()));
        } else if (run == null) {
            print(shown);
            if (!standings.isEmpty()) {
                out().println();
                DueText.print(out(), standings);
            }
        } else {
            print(shown.getFirst());
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(List<Standing> standings) {
        if (options().json()) {
            out().println(Json.text(standings.stream().map(DueText::json).toList()));
        } else if (options().quiet()) {
            standings.forEach(one -> out().println(one.due().key()));
        } else if (standings.isEmpty()) {
            note("nothing is due");
        } else {
            DueText.print(out(), standings);
        }
        out().flush();
    }

    private List<Shown> looked(Runs runs) {
        List<Run> found = run == null ? runs.latest(limit) : List.of(RunDetail.found(runs, run));
        return found.stream().map(one -> shown(runs, one)).toList();
    }

    /** One that ended while it was looked at is looked at again. */
    private Shown shown(Runs runs, Run one) {
        RunDetail detail = RunDetail.of(runs, one);
        Underway underway = Underway.of(runs, detail, clock());
        if (one.outcome() == Outcome.STARTED && underway.owner() == null && !runs.isAbandoned(one)) {
            RunDetail ended = RunDetail.of(runs, RunDetail.found(runs, one.id()));
            return new Shown(ended, Underway.of(runs, ended, clock()));
        }
        return new Shown(detail, underway);
    }

    private void print(Shown one) {
        RunText.print(out(), one.detail());
        RunText.attempts(out(), one.detail().attempts());
        printLines(one);
        if (one.run().key().job().equals(StatementImport.JOB) && one.detail().of(AccountOutcome.SET_ASIDE) > 0) {
            note("which lines, and why: alluse statement show " + one.run().id());
        }
    }

    private void print(List<Shown> shown) {
        if (shown.isEmpty()) {
            note("nothing has been run yet; start with `alluse plan --help`");
            return;
        }
        TextTable table = TextTable.of(
                ">RUN", "JOB", "DATE", "OUTCOME", ">POPULATION", ">DONE", ">ASIDE", "STARTED (UTC)", ">TOOK", "INPUT");
        shown.forEach(one -> row(table, one));
        out().print(Terminal.fit(table));
        shown.forEach(this::printLines);
    }

    private static void row(TextTable table, Shown one) {
        Run run = one.run();
        table.row(
                run.id(),
                run.key().job(),
                run.key().date(),
                run.outcome(),
                run.population() == null ? "-" : run.population(),
                one.underway().progress().percent() + "%",
                leftOver(one.detail()),
                RunText.time(run.startedAt()),
                run.endedAt() == null ? "-" : Durations.text(Duration.between(run.startedAt(), run.endedAt())),
                run.inputName() == null ? "" : run.inputName());
    }

    private static String leftOver(RunDetail detail) {
        long rows = detail.of(AccountOutcome.SET_ASIDE);
        return rows + (detail.isOfAccounts() || rows == 0 ? "" : " refused");
    }

    private void printLines(Shown one) {
        if (one.run().outcome() == Outcome.STARTED) {
            out().println(one.underway().text(one.detail()));
        }
        if (one.run().failure() != null) {
            out().println("run " + one.run().id() + ": " + one.run().failure());
        }
    }
}
