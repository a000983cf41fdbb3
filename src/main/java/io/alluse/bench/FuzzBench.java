package io.alluse.bench;

import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Damaged statements: none of them may end in anything but verdicts that add up, or one clear refusal. */
public final class FuzzBench {

    private static final Duration LONGEST_READING = Duration.ofSeconds(5);
    private static final Duration LONGEST_IMPORT = Duration.ofSeconds(20);
    private static final int TOLD_EVERY = 10_000;

    private final Path folder;
    private final Path kept;
    private final Clock clock;
    private final Consumer<String> progress;

    /** Mutants that fail are kept in a directory of their own. */
    public FuzzBench(Path folder, Path kept, Clock clock, Consumer<String> progress) {
        this.folder = folder;
        this.kept = kept;
        this.clock = clock;
        this.progress = progress;
    }

    /** The first mutant is made of the seed, the next one of the next number. */
    public record Size(long mutants, int imports, long seed) {}

    /** Without a server where nothing is to be imported. */
    public interface Servers {
        ScratchServer start();
    }

    public FuzzReport run(Size size, Servers servers) {
        FuzzReport report = new FuzzReport(size);
        List<SampleStatement> samples = SampleStatement.all(folder);
        try (Deadline reading = new Deadline(LONGEST_READING)) {
            for (long i = 0; i < size.mutants(); i++) {
                read(Mutant.of(size.seed() + i, samples), reading, report);
                if ((i + 1) % TOLD_EVERY == 0) {
                    progress.accept("read " + (i + 1) + " mutants");
                }
            }
        }
        if (size.imports() > 0) {
            imported(size, samples, servers, report);
        }
        return report;
    }

    private void read(Mutant mutant, Deadline deadline, FuzzReport report) {
        Path file = write(mutant, mutant.bytes());
        attempt(mutant, file, report, report.reading(), deadline, () -> outcome(mutant, file));
    }

    private static MutantOutcome outcome(Mutant mutant, Path file) {
        try {
            ReadMutant read = ReadMutant.of(file, mutant.format());
            MutantHoldings.mustAddUp(read.activities());
            return read.isClean() ? MutantOutcome.READ : MutantOutcome.READ_WITH_REJECTED_LINES;
        } catch (Fault fault) {
            if (fault.exit() == Exit.USAGE) {
                return MutantOutcome.NO_STATEMENT;
            }
            throw fault;
        }
    }

    private void imported(Size size, List<SampleStatement> samples, Servers servers, FuzzReport report) {
        progress.accept("importing " + size.imports() + " mutants");
        try (ScratchServer server = servers.start();
                MutantImports imports = MutantImports.open(server, folder, clock, size.imports());
                Deadline deadline = new Deadline(LONGEST_IMPORT)) {
            for (int i = 0; i < size.imports(); i++) {
                Mutant mutant = Mutant.of(size.seed() + i, samples);
                boolean acceptPartial = i % 2 == 1;
                Path file = write(mutant, mutant.bytesOf(imports.accountOf(mutant)));
                attempt(
                        mutant,
                        file,
                        report,
                        report.importing(),
                        deadline,
                        () -> imports.outcome(mutant, file, acceptPartial));
            }
            imports.contradictions().forEach(report::failure);
        }
    }

    /** Whatever is thrown that nobody foresaw is a failure, and so is what takes too long. */
    private void attempt(
            Mutant mutant,
            Path file,
            FuzzReport report,
            FuzzReport.Phase phase,
            Deadline deadline,
            Callable<MutantOutcome> work) {
        long start = System.nanoTime();
        try {
            MutantOutcome outcome = deadline.met(work);
            phase.add(outcome, (System.nanoTime() - start) / 1_000_000);
            Files.delete(file);
        } catch (TimeoutException e) {
            keep(file);
            throw new IllegalStateException(mutant + " has not ended after " + deadline + "; it is kept in " + kept, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            keep(file);
            report.failure(mutant + ": " + Traces.ofOurs(e));
        }
    }

    private Path write(Mutant mutant, byte[] content) {
        try {
            // a file of its own each time: to write over another one waits for the disk
            return Files.write(folder.resolve("mutant-" + mutant.seed() + ".csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Path file) {
        try {
            Files.createDirectories(kept);
            Files.move(file, kept.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
