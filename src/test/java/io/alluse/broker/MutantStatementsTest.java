package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged on their way: every one of them is read with its lines accounted for, or is one clear fault. */
class MutantStatementsTest {

    private static final int MUTANTS = Integer.getInteger("alluse.mutants", 2_000);
    private static final long SEED = Long.getLong("alluse.mutants.seed", 20_250_401);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    private Path dir;

    @Test
    void no_damage_to_a_file_makes_anything_but_rejections_or_one_clear_fault() throws IOException {
        List<Path> samples = samples();
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            read += isRead(samples.get(i % samples.size()), SEED + i) ? 1 : 0;
        }
        assertThat(read).as("mutants that could be read").isGreaterThan(MUTANTS / 2);
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-data/statements"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** As its own format, which is what a person would name, every other time. */
    private boolean isRead(Path sample, long seed) throws IOException {
        // a file of its own each time: to write over another one waits for the disk
        Path mutant = dir.resolve("mutant-" + seed + ".csv");
        Files.write(mutant, new Mutants(seed).of(Files.readAllBytes(sample)));
        String format = seed % 2 == 0 || FormatOf.isExperimental(sample) ? FormatOf.name(sample) : null;
        long start = System.nanoTime();
        try {
            StatementSummary summary = Told.of(mutant, format).summary();
            assertThat(summary.took() + summary.ignored() + summary.rejected()).isEqualTo(summary.seen());
            return true;
        } catch (Fault fault) {
            assertThat(fault.exit().code())
                    .as("%s, seed %d: %s", sample, seed, fault.getMessage())
                    .isEqualTo(2);
            return false;
        } catch (RuntimeException e) {
            return fail(sample + ", seed " + seed + ": " + e, e);
        } finally {
            Files.delete(mutant);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s, seed %d", sample, seed)
                    .isLessThan(LONGEST);
        }
    }
}
