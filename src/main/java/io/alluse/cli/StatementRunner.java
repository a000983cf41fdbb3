package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Fault;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Restarts;
import io.alluse.run.Restarts.Attempted;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Turn;
import io.alluse.statement.StatementImport;
import io.alluse.statement.StatementReport;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports files one after the other while a person watches, attempt after attempt if the database goes away under it. */
final class StatementRunner {

    private final Verb verb;
    private final Request request;
    private final AuditContext who;
    private final Owner owner;
    private final StopSignal stop;

    StatementRunner(Verb verb, Request request, StopSignal stop) {
        this.verb = verb;
        this.request = request;
        this.who = verb.auditContext();
        this.owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        this.stop = stop;
    }

    /** What holds for all files of a command. */
    record Request(@Nullable String format, BusinessDay date, boolean acceptPartial, int threads) {}

    StatementReport run(Path file, @Nullable String account) {
        StatementImport.Order order = new StatementImport.Order(
                file,
                request.format(),
                account,
                request.date(),
                request.acceptPartial(),
                request.threads(),
                owner,
                stop);
        WatchedRun watched = new WatchedRun(owner, ProgressLine.of(verb, "lines"));
        return new Restarts(stop, verb::note, watched::done).carriedOut(() -> attempt(order, watched));
    }

    /** The run that has imported this very file already. */
    Optional<Run> completed(Path file, @Nullable String account) {
        return with((runs, imports) -> imports.completed(file, account, request.date()));
    }

    /** One process at a time empties inboxes: files are imported one after the other anyway, and put away after that. */
    Turn turn() {
        try (Database database = verb.database()) {
            return Turn.tryTake(database.program(), StatementImport.JOB)
                    .orElseThrow(() -> Fault.conflict("another process is emptying an inbox; watch it with"
                            + " `alluse job status`, and give the same command again when it has ended"));
        }
    }

    private Attempted<StatementReport> attempt(StatementImport.Order order, WatchedRun watched) {
        return with((runs, imports) -> {
            StatementReport report = watched.during(runs, () -> imports.run(order));
            return new Attempted<>(
                    report, report.passing(), String.valueOf(report.run().failure()));
        });
    }

    private interface Work<T> {
        T on(Runs runs, StatementImport imports);
    }

    /** Everything is opened anew: an embedded server that was killed is started again by that. */
    private <T> T with(Work<T> work) {
        try (Workplace place = verb.workplace(request.threads())) {
            Database database = place.database();
            JobContext context = place.context();
            Runs runs = new Runs(context.session(), database.program(), verb.clock());
            Audit audit = Audit.of(context.dataSource(), who);
            return work.on(runs, new StatementImport(context.session(), context.batch(), runs, verb.book(), audit));
        }
    }
}
