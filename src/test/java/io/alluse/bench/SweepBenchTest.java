package io.alluse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.bench.BenchReport.Side;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.Homes;
import io.alluse.database.ScratchServer;
import io.alluse.ledger.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That everything is measured, and of the same work; how fast it is says the measurement itself. */
class SweepBenchTest {

    private static final SweepBench.Size TINY = new SweepBench.Size(3_000, 1, 2, 0, 3);

    @Test
    void the_job_and_the_sql_it_is_compared_with_leave_the_same_rows_and_every_side_is_measured() throws IOException {
        BenchReport report = report();
        assertThat(report.facts()).containsEntry("sameRows", true);
        assertThat(report.sides())
                .extracting(Side::name)
                .containsExactlyInAnyOrder(
                        "job",
                        "sql",
                        "sqlTwoSessions",
                        "manual",
                        "ruleSetsAside1In1000",
                        "databaseRefuses1In100000",
                        "nothingDue",
                        "history1",
                        "history3");
        assertThat(report.sides())
                .allSatisfy(side -> assertThat(side.seconds()).as(side.name()).isPositive());
        assertThat(report.sides().getFirst().name()).isEqualTo("job");
        assertThat(report.facts())
                .containsEntry("ruleSetsAside1In1000Accounts", 3L)
                .containsEntry("nothingDueAccounts", 2_997L)
                .containsKeys("killedAtHalf", "overheadPerRunMs", "walMbHistory1", "walMbHistory3");
        assertThat(report.json().toString())
                .startsWith("{\"bench\":\"sweep\",\"n\":3000,\"rounds\":1,\"seconds\":")
                .containsPattern("\"ratios\":\\{\"sql\":\\d+\\.\\d{3},\"sqlTwoSessions\":\\d+\\.\\d{3},"
                        + "\"manual\":\\d+\\.\\d{3},");
    }

    @Test
    void the_end_of_a_period_is_measured_with_every_account_posted_to() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("period-bench");
            Path folder = Files.createTempDirectory(home, "bench-");
            try (ScratchServer server = ScratchServer.start(home, folder, line -> {})) {
                BenchReport report = new PeriodBench(
                                Period.QUARTER, server, folder, CapitalizedDatabase.CLOCK, line -> {})
                        .run(600, 1, 2);
                assertThat(report.facts())
                        .containsEntry("posted", 600L)
                        .containsEntry("movements", 3_000L)
                        .containsKeys("programCpuSeconds", "databaseCpuSeconds");
                assertThat(report.json().toString())
                        .startsWith("{\"bench\":\"quarterly-allocation\",\"n\":600,\"rounds\":1,");
            }
        }
    }

    private static BenchReport report() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("sweep-bench");
            Path folder = Files.createTempDirectory(home, "bench-");
            try (ScratchServer server = ScratchServer.start(home, folder, line -> {})) {
                return new SweepBench(server, folder, CapitalizedDatabase.CLOCK, line -> {}).run(TINY);
            }
        }
    }
}
