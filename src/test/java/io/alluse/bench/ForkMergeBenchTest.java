package io.alluse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.bench.BenchReport.Side;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.Homes;
import io.alluse.database.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That everything is measured; how fast it is says the measurement itself. */
class ForkMergeBenchTest {

    @Test
    void all_forks_all_merges_and_a_night_with_few_of_them_are_measured() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("fork-merge-bench");
            Path folder = Files.createTempDirectory(home, "bench-");
            try (ScratchServer server = ScratchServer.start(home, folder, line -> {})) {
                BenchReport report = new ForkMergeBench(
                                server,
                                folder,
                                CapitalizedDatabase.CLOCK,
                                new ForkMergeBench.Size(6_000, 100, 1, 2),
                                line -> {})
                        .run();
                assertThat(report.sides())
                        .extracting(Side::name)
                        .containsExactly("forks", "merges", "night", "nightWithNone");
                assertThat(report.facts())
                        .containsEntry("forksPosted", 100L)
                        .containsEntry("mergesPosted", 100L)
                        .containsEntry("nightPosted", 7L)
                        .containsEntry("nightWithNonePosted", 0L)
                        .containsKeys("forksPerSecond", "mergesPerSecond", "nightlyRatio");
                assertThat(report.json().toString()).contains("\"forksPerSecond\":");
            }
        }
    }
}
