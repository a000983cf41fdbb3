package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.ForkMergeBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs that are all forks, and what a few of them cost a night. */
@Command(
        name = "fork-merge",
        description = {
            "Carries out fork-sweep where every GEN forks into two, and where 1 account in 1,000 forks against the same",
            "sweep with none.",
            "",
            "Examples:",
            "  alluse bench fork-merge",
            "  alluse bench fork-merge --accounts 1000000 --rounds 5 --json",
            ""
        })
final class BenchForkMergeCommand extends Verb {

    @Option(
            names = "--accounts",
            defaultValue = "300000",
            paramLabel = "N",
            description = "of the night (default: 300000)")
    private long accounts;

    @Option(
            names = "--forks",
            defaultValue = "30000",
            paramLabel = "N",
            description = "of the run that is all forks (default: 30000)")
    private int forks;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "default: 3; medians are reported")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "default: 2")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (accounts < 3 || forks < 1 || rounds < 1 || threads < 1) {
            throw Fault.usage("--accounts needs at least 3, --forks, --rounds and --threads at least 1");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            BenchReport report = new ForkMergeBench(server, folder, clock(), this::say)
                    .run(new ForkMergeBench.Size(accounts, forks, rounds, threads));
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
