package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.StatementBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The statement import against a bare COPY of the file. */
@Command(
        name = "statements",
        description = {
            "Imports one statement file of option trades of many accounts, imports it again, and copies the same file",
            "into a bare table.",
            "",
            "Examples:",
            "  alluse bench statements --accounts 1000 --rows 200000",
            "",
            ""
        })
final class BenchStatementsCommand extends Verb {

    @Option(names = "--rows", defaultValue = "200000", paramLabel = "N", description = "default: 200000")
    private long rows;

    @Option(names = "--accounts", defaultValue = "1000", paramLabel = "N", description = "default: 1000")
    private int accounts;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "default: 3; medians are reported")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "default: 2")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (rows < accounts || accounts < 3 || rounds < 1 || threads < 1) {
            throw Fault.usage("--accounts needs at least 3, --rows at least one per account, --rounds and --threads 1");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            BenchReport report = new StatementBench(server, folder, clock(), this::say)
                    .run(new StatementBench.Size(rows, accounts, rounds, threads));
            out().print(options().json() ? report.json() + "\n" : report.text());
            out().flush();
        }
        return Exit.OK.code();
    }

    private void say(String line) {
        if (!options().quiet()) {
            note(line);
        }
    }
}
