package io.alluse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.Homes;
import io.alluse.database.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged on their way; more of them by {@code alluse bench fuzz}. */
class BenchFuzzTest {

    private static final long SEED = Long.getLong("alluse.mutants.seed", 20_250_401);
    private static final FuzzBench.Size SMALL =
            new FuzzBench.Size(Integer.getInteger("alluse.mutants", 2_000), 40, SEED);

    @TempDir
    private Path dir;

    @Test
    void no_damage_makes_anything_but_verdicts_that_add_up_or_one_clear_refusal() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("fuzz");
            Path folder = Files.createTempDirectory(home, "bench-");
            FuzzReport report = new FuzzBench(folder, dir.resolve("kept"), CapitalizedDatabase.CLOCK, line -> {})
                    .run(SMALL, () -> ScratchServer.start(home, folder, line -> {}));
            assertThat(report.isGood()).as(report.text()).isTrue();
            assertThat(report.json().toString())
                    .as("each kind of outcome occurs")
                    .startsWith("{\"bench\":\"fuzz\",\"mutants\":" + SMALL.mutants())
                    .containsPattern(
                            "\"read\":\\{\"read\":\\d+,\"read with rejected lines\":\\d+,\"no statement\":\\d+")
                    .containsPattern(
                            "\"posted\":\\d+,\"posted in part\":\\d+,\"refused for rejected lines\":\\d+,\"no statement\"");
        }
    }

    @Test
    void the_same_seed_makes_the_same_mutant_and_neighbours_differ() {
        List<SampleStatement> samples = SampleStatement.all(dir);
        assertThat(Mutant.of(7, samples).bytes())
                .isEqualTo(Mutant.of(7, samples).bytes());
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(seed -> new String(
                                Mutant.of(seed, samples).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .distinct())
                .hasSizeGreaterThan(950);
    }

    @Test
    void every_sample_is_damaged() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-data/statements"))) {
            assertThat(SampleStatement.all(dir))
                    .extracting(SampleStatement::name)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
    }
}
