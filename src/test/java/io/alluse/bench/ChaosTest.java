package io.alluse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.Homes;
import io.alluse.database.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real signals to real processes, in the middle of a sweep of 400 chunks, at places that the seed chooses. */
class ChaosTest {

    private static final int KILLS = 5;
    private static final int SILENCE_SECONDS = 4;
    private static final ChaosBench.Options OPTIONS = new ChaosBench.Options(
            ChaosScenario.TAX_AND_BUFFER, 20_000, 50, KILLS, List.of(Disturbance.values()), 1, SILENCE_SECONDS);

    @Test
    @Timeout(value = 9, unit = TimeUnit.MINUTES)
    void a_sweep_disturbed_five_times_in_each_of_eight_ways_leaves_the_ledger_of_an_undisturbed_one()
            throws IOException {
        ChaosReport report = report(OPTIONS);
        System.out.println(report.text());
        assertThat(report.rows()).extracting(ChaosReport.Row::kind).containsExactly(Disturbance.values());
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.isGood()).as(row.toString()).isTrue();
            assertThat(row.kills()).as(row.toString()).isEqualTo(KILLS);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = ChaosScenario.class,
            names = {"FORK_SWEEP", "MERGE_SWEEP"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void half_of_a_fork_or_merge_is_never_seen_whatever_is_killed(ChaosScenario scenario) throws IOException {
        List<Disturbance> kinds =
                List.of(Disturbance.KILL_PROGRAM, Disturbance.KILL_BACKEND, Disturbance.KILL_POSTMASTER);
        ChaosReport report = report(new ChaosBench.Options(scenario, 1_200, 16, 1, kinds, 1, SILENCE_SECONDS));
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.isGood()).as(row.toString()).isTrue();
            assertThat(row.kills()).as(row.toString()).isEqualTo(1);
            assertThat(row.seen().looks()).as(row.toString()).isPositive();
        });
    }

    private static ChaosReport report(ChaosBench.Options options) throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("chaos");
            Path folder = Files.createTempDirectory(home, "bench-");
            try (ScratchServer server = ScratchServer.start(home, folder, line -> {})) {
                return new ChaosBench(server, folder, CapitalizedDatabase.CLOCK, options, line -> {}).run();
            }
        }
    }
}
