package io.alluse.cli;

import io.alluse.bench.BenchReport;
import io.alluse.bench.PeriodBench;
import io.alluse.bench.SweepBench;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.Period;
import io.alluse.tax.TaxAndBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sweep engine against SQL and against a plain Spring Batch job. */
@Command(
        name = "sweep",
        description = {
            "Carries out tax-and-buffer by the job, by SQL that writes the same rows (one statement; two halves in two",
            "sessions), and by a plain Spring Batch job; then with set-asides, with nothing due, killed half way.",
            "With --job, only that job: every account has earned something, and a week or a quarter is closed.",
            "",
            "Examples:",
            "  alluse bench sweep --accounts 300000",
            "  alluse bench sweep --job weekly-reinvestment --accounts 1000000",
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

    @Option(
            names = "--job",
            paramLabel = "JOB",
            defaultValue = TaxAndBuffer.RULE,
            description = "tax-and-buffer, weekly-reinvestment or quarterly-allocation (default: tax-and-buffer)")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Override
    public Integer call() throws IOException {
        if (accounts < 3 || rounds < 1 || threads < 1 || against < 0 || history < 0) {
            throw Fault.usage("--accounts needs at least 3, --rounds and --threads at least 1");
        }
        Optional<Period> period = period();
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            BenchReport report = period.isPresent()
                    ? new PeriodBench(period.get(), server, folder, clock(), this::say).run(accounts, rounds, threads)
                    : new SweepBench(server, folder, clock(), this::say)
                            .run(new SweepBench.Size(accounts, rounds, threads, against, history));
            out().print(options().json() ? report.json() + "\n" : report.text());
            out().flush();
        }
        return Exit.OK.code();
    }

    private Optional<Period> period() {
        SweepJobs known = SweepJobs.ofResults(job);
        Optional<Period> period = Stream.of(Period.values())
                .filter(one -> one.rule().equals(known.job()))
                .findFirst();
        if (period.isPresent() && (against > 0 || history > 0)) {
            throw Fault.usage("--against and --history are for " + TaxAndBuffer.RULE + ", not for " + job);
        }
        return period;
    }

    private void say(String line) {
        if (!options().quiet()) {
            note(line);
        }
    }
}
