package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.OrderBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Order intents and their files. */
@Command(
        name = "orders",
        description = {
            "Carries out order-intents where every account has something to spend, and writes the files; rows are intents.",
            "",
            "Examples:",
            "  alluse bench orders --accounts 100000",
            "",
            ""
        })
final class BenchOrdersCommand extends Verb {

    @Option(names = "--accounts", defaultValue = "300000", paramLabel = "N", description = "default: 300000")
    private long accounts;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "default: 3; medians are reported")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "default: 2")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (accounts < 3 || rounds < 1 || threads < 1) {
            throw Fault.usage("--accounts needs at least 3, --rounds and --threads at least 1");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            BenchReport report = new OrderBench(server, folder, clock(), this::say)
                    .run(new OrderBench.Size(accounts, rounds, threads));
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
