package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.run.JobContext;
import io.alluse.run.StopSignal;
import io.alluse.schedule.JobDefinition;
import io.alluse.service.Dispatcher;
import io.alluse.sql.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A service that lives by the times it reads from standard input, for a calendar in fast forward. */
@Command(name = "calendar-node", hidden = true, description = "A service of `bench calendar`.")
final class BenchNodeCommand extends Verb {

    private static final int THREADS = 2;
    private static final int CONNECTIONS = 4;

    @Parameters(paramLabel = "NAME", description = "what it is called")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    public Integer call() throws IOException {
        List<JobDefinition> definitions = definitions().all();
        try (Database database = database();
                JobContext context = JobContext.start(database, THREADS)) {
            DataSource pool = database.programPool(CONNECTIONS);
            JobLauncher launcher =
                    new JobLauncher(database, context, this::database, home(), List.of("--operator", "service"));
            Dispatcher.Tools tools =
                    new Dispatcher.Tools(Session.of(pool), database.program(), launcher, Dispatcher.Listener.NONE);
            live(new Dispatcher(tools, definitions, name, new StopSignal()));
        }
        return Exit.OK.code();
    }

    private void live(Dispatcher dispatcher) throws IOException {
        answer("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String now = in.readLine(); now != null; now = in.readLine()) {
            answer("ran " + dispatcher.tick(Instant.parse(now)));
        }
    }

    private void answer(String line) {
        out().println(line);
        out().flush();
    }
}
