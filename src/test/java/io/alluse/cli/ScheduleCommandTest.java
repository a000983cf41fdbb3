package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {

    private final Typed typed = new Typed();

    @TempDir
    private Path jobs;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             COMMAND                                                          | EXIT | OUT                                           | ERR
             schedule                                                         | 0    | Usage: alluse schedule                        | ''
             schedule list                                                    | 0    | 'tax-and-buffer            every-trading-day            30 19 * * *, after-close' | ''
             schedule list --quiet                                            | 0    | statement-import                              | ''
             schedule list --json                                             | 0    | '"catchUp":"all-in-order"'                    | ''
             schedule next --from 2026-11-27 --days 1 --job tax-and-buffer    | 0    | 'Fri 2026-11-27 16:30  tax-and-buffer  2026-11-27     2026-11-27 closes at 13:00 (the day after Thanksgiving): 3h earlier' | ''
             schedule next --from 2026-11-26 --days 1                         | 0    | ''                                            | nothing falls due within 1 days
             schedule next --from 2026-11-27 --days 1 --quiet                 | 0    | order-intents 2026-11-25                      | ''
             schedule next --from 2026-11-27 --days 1 --json --job order-intents | 0 | '"due":"2026-11-27T12:00:00Z","reasons":["2026-11-26 is closed (Thanksgiving)"]' | ''
             schedule next --from 2026-11-27 --limit 2                        | 0    | statement-import                                     | there are more; --limit N
             schedule next --days 0                                           | 2    | ''                                            | --days 0: expected 1 to 3660
             schedule next --from soon                                        | 2    | ''                                            | --from soon: expected a date
             schedule next --job tax                                          | 5    | ''                                            | unknown definition `tax`; there are: statement-import
             schedule next --job fork-swep                                    | 5    | ''                                            | unknown definition `fork-swep`, did you mean `fork-sweep`?
             schedule check                                                   | 0    | what is shipped: ok                           | ''
             schedule check jobs                                              | 0    | jobs: ok                                      | ''
             schedule check nowhere                                           | 5    | ''                                            | nowhere: no such directory
             schedule check jobs/calendars/..                                 | 0    | ok                                            | ''
             schedule list --jobs jobs/policies/overlays                      | 2    | ''                                            | unknown key
            """)
    void each_verb_answers_on_stdout_and_complains_on_stderr(
            String command, int exit, String answer, String complaint) {
        assertThat(typed.run(command)).isEqualTo(exit);
        assertThat(typed.out()).contains(answer);
        assertThat(typed.err()).contains(complaint);
        assertThat(typed.err().isEmpty()).isEqualTo(complaint.isEmpty());
    }

    @Test
    void every_problem_is_a_line_with_its_place() throws IOException {
        Files.writeString(
                jobs.resolve("night.yaml"),
                Files.readString(Path.of("jobs/tax-and-buffer.yaml"))
                        .replace("name: tax-and-buffer", "name: night")
                        .replace("job: tax-and-buffer", "job: tax-and-bufer")
                        .replace("retries: 3", "retrys: 3"));
        assertThat(typed.run("schedule check " + jobs)).isEqualTo(2);
        assertThat(typed.err().lines())
                .hasSize(2)
                .allMatch(line -> line.matches(".*/night\\.yaml:\\d+:\\d+: [a-z]+: .*"));
        assertThat(typed.run("schedule check --json " + jobs)).isEqualTo(2);
        assertThat(typed.out()).contains("\"ok\":false", "\"key\":\"retrys\"", "\"line\":");
        assertThat(typed.run("schedule next --jobs " + jobs)).isEqualTo(2);
    }

    @Test
    void a_directory_without_definitions_is_told() {
        assertThat(typed.run("schedule list --jobs " + jobs)).isEqualTo(5);
        assertThat(typed.err()).contains("holds no job definitions");
    }
}
