package io.alluse.cli;

import io.alluse.bench.ChaosBench;
import io.alluse.bench.ChaosReport;
import io.alluse.bench.ChaosScenario;
import io.alluse.bench.Disturbance;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proof by killing, as long as one likes. */
@Command(
        name = "chaos",
        description = {
            "Disturbs a sweep again and again (kill -9 of program, backend and server, SIGTERM, SIGSTOP …), relaunches it",
            "until it completes, and compares the ledger with that of an undisturbed run. Exits 1 if they differ, or if half of a",
            "fork could ever be seen from outside.",
            "",
            "Examples:",
            "  alluse bench chaos --kills 20",
            "  alluse bench chaos --job fork-sweep --kills 10 --chunk 16",
            "  alluse bench chaos --kills 100 --kinds kill-program,kill-postmaster --seed 42 --json",
            ""
        })
final class BenchChaosCommand extends Verb {

    @Option(names = "--kills", defaultValue = "5", paramLabel = "N", description = "of each kind (default: 5)")
    private int kills;

    @Option(
            names = "--job",
            defaultValue = TaxAndBuffer.RULE,
            paramLabel = "JOB",
            description = "tax-and-buffer, or fork-sweep: disturbed while it forks (default: tax-and-buffer)")
    @SuppressWarnings("NullAway.Init")
    private String job;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "kill-program, terminate-backend, kill-backend, kill-postmaster, two-programs, terminate,"
                    + " interrupt, freeze (default: all)")
    private List<String> kinds = List.of();

    @Option(names = "--accounts", defaultValue = "20000", paramLabel = "N", description = "default: 20000")
    private long accounts;

    @Option(names = "--chunk", defaultValue = "50", paramLabel = "N", description = "default: 50")
    private int chunk;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "chooses the places (default: 1)")
    private long seed;

    @Option(
            names = "--silence",
            defaultValue = "15",
            paramLabel = "SECONDS",
            description = "how long an owner may be silent (default: 15, as in real runs)")
    private int silence;

    @Override
    public Integer call() throws IOException {
        if (kills < 1 || chunk < 1 || silence < 2 || accounts < 100L * (kills + 1)) {
            throw Fault.usage("--kills and --chunk need at least 1, --silence at least 2,"
                    + " and --accounts at least 100 for every kill");
        }
        List<Disturbance> wanted = wanted();
        ChaosScenario scenario = scenario();
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            ChaosBench.Options chaos = new ChaosBench.Options(scenario, accounts, chunk, kills, wanted, seed, silence);
            ChaosReport report = new ChaosBench(server, folder, clock(), chaos, this::say).run();
            out().print(options().json() ? report.json() + "\n" : report.text());
            out().flush();
            return (report.isGood() ? Exit.OK : Exit.FAILED).code();
        }
    }

    private ChaosScenario scenario() {
        return ChaosScenario.of(job)
                .orElseThrow(() -> Fault.usage(Nearest.unknown("job `" + job + "`", job, ChaosScenario.jobs())));
    }

    private List<Disturbance> wanted() {
        return kinds.isEmpty()
                ? List.of(Disturbance.values())
                : kinds.stream().map(BenchChaosCommand::kind).toList();
    }

    private static Disturbance kind(String option) {
        List<String> known =
                Arrays.stream(Disturbance.values()).map(Disturbance::option).toList();
        return Disturbance.of(option)
                .orElseThrow(() -> Fault.usage(Nearest.unknown("kind `" + option + "`", option, known)));
    }

    private void say(String line) {
        if (!options().quiet()) {
            note(line);
        }
    }
}
