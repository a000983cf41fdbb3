package io.alluse.cli;

import io.alluse.bench.FuzzBench;
import io.alluse.bench.FuzzReport;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proof by damage, as long as one likes. */
@Command(
        name = "fuzz",
        description = {
            "Damages the sample statements again and again (bytes, cells, rows, columns, encodings), reads every mutant, and",
            "imports some of them into a scratch database, whole and with --accept-partial in turn. Exits 1 if one of them",
            "ends in anything but verdicts that add up or one clear refusal, takes too long, or if the ledger does not verify",
            "or lots and balances differ at the end. Such mutants are kept in `mutants` in the home.",
            "",
            "Examples:",
            "  alluse bench fuzz",
            "  alluse bench fuzz --mutants 100000 --imports 1000 --seed 42 --json",
            "  alluse bench fuzz --mutants 1 --imports 0 --seed 1234     this mutant again",
            ""
        })
final class BenchFuzzCommand extends Verb {

    @Option(names = "--mutants", defaultValue = "2000", paramLabel = "N", description = "to be read (default: 2000)")
    private long mutants;

    @Option(names = "--imports", defaultValue = "50", paramLabel = "M", description = "to be imported (default: 50)")
    private int imports;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "of the first mutant; the next ones follow (default: 1)")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (mutants < 0 || imports < 0 || mutants + imports == 0) {
            throw Fault.usage("--mutants and --imports must not be negative, and one of them at least 1");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try {
            FuzzReport report = new FuzzBench(folder, home().resolve("mutants"), clock(), this::say)
                    .run(
                            new FuzzBench.Size(mutants, imports, seed),
                            () -> ScratchServer.start(home(), folder, this::say));
            out().print(options().json() ? report.json() + "\n" : report.text());
            out().flush();
            return (report.isGood() ? Exit.OK : Exit.FAILED).code();
        } finally {
            // gone with the server, if there was one
            Files.deleteIfExists(folder);
        }
    }

    private void say(String line) {
        if (!options().quiet()) {
            note(line);
        }
    }
}
