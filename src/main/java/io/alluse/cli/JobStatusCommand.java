package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Progress;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The latest runs: what they are about, how far they are, how they ended. */
@Command(name = "status", description = "Shows the latest runs, or one; also while it is being carried out elsewhere.")
final class JobStatusCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "the number of a run")
    @Nullable
    private Long run;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N", description = "how many runs (default: 20)")
    private int limit;

    @Override
    public Integer call() {
        try (Database database = database()) {
            Runs runs = new Runs(Session.of(database.program()), database.program(), clock());
            List<Run> shown = run == null ? runs.latest(limit) : List.of(found(runs, run));
            if (options().json()) {
                out().println(Json.text(shown.stream()
                        .map(one -> json(one, runs.progress(one.id())))
                        .toList()));
            } else {
                print(shown, runs);
            }
        }
        return Exit.OK.code();
    }

    private static Run found(Runs runs, long id) {
        return runs.find(id).orElseThrow(() -> Fault.notFound("no run " + id + "; see `alluse job status`"));
    }

    private void print(List<Run> shown, Runs runs) {
        if (shown.isEmpty()) {
            note("nothing has been run yet; start with `alluse plan --help`");
            return;
        }
        TextTable table = TextTable.of(
                ">RUN", "JOB", "DATE", "OUTCOME", ">POPULATION", ">DONE", "STARTED (UTC)", ">TOOK", "INPUT");
        for (Run one : shown) {
            table.row(
                    one.id(),
                    one.key().job(),
                    one.key().date(),
                    one.outcome(),
                    one.population() == null ? "-" : one.population(),
                    runs.progress(one.id()).percent() + "%",
                    one.startedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .replace('T', ' ')
                            .replace("Z", ""),
                    one.endedAt() == null ? "-" : Durations.text(Duration.between(one.startedAt(), one.endedAt())),
                    one.inputName() == null ? "" : one.inputName());
        }
        out().print(table);
        shown.stream()
                .filter(one -> one.failure() != null)
                .forEach(one -> out().println("run " + one.id() + ": " + one.failure()));
        out().flush();
    }

    private static Json json(Run one, Progress progress) {
        return Json.object()
                .put("run", one.id())
                .put("job", one.key().job())
                .put("date", one.key().date())
                .put("input", one.inputName())
                .put("outcome", one.outcome())
                .put("population", one.population())
                .put("done", progress.done())
                .put("total", progress.total())
                .put("percent", progress.percent())
                .put("nothing", one.nothing())
                .put("setAside", one.setAside())
                .put("startedAt", one.startedAt())
                .put("endedAt", one.endedAt())
                .put("digest", one.digest())
                .put("failure", one.failure());
    }
}
