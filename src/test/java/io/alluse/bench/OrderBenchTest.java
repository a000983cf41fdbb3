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

class OrderBenchTest {

    @Test
    void every_account_asks_for_something_and_the_files_are_measured_apart() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("order-bench");
            Path folder = Files.createTempDirectory(home, "bench-");
            try (ScratchServer server = ScratchServer.start(home, folder, line -> {})) {
                BenchReport report = new OrderBench(server, folder, CapitalizedDatabase.CLOCK, line -> {})
                        .run(new OrderBench.Size(30, 1, 2));
                assertThat(report.sides()).extracting(Side::name).containsExactly("job", "files");
                assertThat(report.facts())
                        .containsEntry("intents", 210L)
                        .containsKeys("jobCpuSeconds", "filesCpuSeconds");
                assertThat(folder.resolve("intents-30-1/manifest.json"))
                        .content()
                        .contains("\"files\":30,\"intents\":210,");
            }
        }
    }
}
