package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.CapitalizationBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements; they use a database of their own and exit 0 whatever they find. */
@Command(
        name = "bench",
        description = {
            "Measures speed and size on a scratch database; the figures of this machine, now.",
            "",
            "Examples:",
            "  alluse bench capitalization --accounts 300000",
            "  alluse bench capitalization --accounts 1000000 --against 200000 --rounds 5 --json",
            "  alluse bench sweep --accounts 1000000 --against 200000",
            "  alluse bench chaos --kills 20",
            "  alluse bench fuzz --mutants 100000 --imports 1000",
            ""
        },
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            BenchCommand.OfCapitalization.class,
            BenchSweepCommand.class,
            BenchStatementsCommand.class,
            BenchOrdersCommand.class,
            BenchForkMergeCommand.class,
            BenchChaosCommand.class,
            BenchFuzzCommand.class
        })
final class BenchCommand extends Noun {

    @Command(
            name = "capitalization",
            description = {
                "Opens accounts by the job and by one SQL statement that writes the same rows.",
                "",
                "Examples:",
                "  alluse bench capitalization --accounts 300000 --rounds 3",
                ""
            })
    static final class OfCapitalization extends Verb {

        @Option(names = "--accounts", defaultValue = "300000", paramLabel = "N", description = "default: 300000")
        private long accounts;

        @Option(
                names = "--against",
                defaultValue = "0",
                paramLabel = "M",
                description = "also at M accounts, to compare the cost per account")
        private long against;

        @Option(
                names = "--rounds",
                defaultValue = "3",
                paramLabel = "N",
                description = "default: 3; medians are reported")
        private int rounds;

        @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "default: 2")
        private int threads;

        @Override
        public Integer call() throws IOException {
            if (accounts < 3 || rounds < 1 || threads < 1 || against < 0) {
                throw Fault.usage("--accounts needs at least 3, --rounds and --threads at least 1");
            }
            Files.createDirectories(home());
            Path folder = Files.createTempDirectory(home(), "bench-");
            try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
                BenchReport report = new CapitalizationBench(server, folder, clock(), this::say)
                        .run(new CapitalizationBench.Size(accounts, rounds, threads, against));
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
}
