package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.SweepBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sweep engine against SQL and against a plain Spring Batch job. */
@Command(
        name = "sweep",
        description = {
            "Carries out tax-and-buffer by the job, by SQL that writes the same rows (one statement; two halves in two",
            "sessions), and by a plain Spring Batch job; then with set-asides, with nothing due, killed half way.",
            ""
        })
final class BenchSweepCommand extends Verb {

    @Option(names = "--accounts", defaultValue = "300000", paramLabel = "N", description = "default: 300000")
    private long accounts;

    @Option(
            names = "--against",
            defaultValue = "0",
            paramLabel = "M",
            description = "also at M accounts, to compare the cost per account")
    private long against;

    @Option(
            names = "--history",
            defaultValue = "0",
            paramLabel = "N",
            description = "also at 10,000 accounts with N earlier events each, against one")
    private int history;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N", description = "default: 3; medians are reported")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "default: 2")
    private int threads;

    @Override
    public Integer call() throws IOException {
        if (accounts < 3 || rounds < 1 || threads < 1 || against < 0 || history < 0) {
            throw Fault.usage("--accounts needs at least 3, --rounds and --threads at least 1");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            BenchReport report = new SweepBench(server, folder, clock(), this::say)
                    .run(new SweepBench.Size(accounts, rounds, threads, against, history));
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
