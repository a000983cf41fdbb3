package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

    private final Typed typed = new Typed();

    @Test
    void what_it_measured_comes_as_one_json_object_and_its_database_goes() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("bench");
            assertThat(typed.run("bench capitalization --accounts 300 --rounds 1 --json --quiet --home " + home))
                    .as(typed.err())
                    .isZero();
            assertThat(typed.out())
                    .startsWith("{\"bench\":\"capitalization\",\"n\":300,\"rounds\":1,\"seconds\":")
                    .containsPattern("\"seconds\":\\d+\\.\\d{3},\"perSecond\":[1-9]\\d*,")
                    .containsPattern("\"rssMaxMb\":[1-9]\\d*,\"ratios\":\\{\"sql\":\\d+\\.\\d{3}}")
                    .contains("\"sameRows\":true")
                    .doesNotContain("differing")
                    .hasLineCount(1);
            try (Stream<Path> left = Files.list(home)) {
                assertThat(left.map(Path::getFileName).map(Path::toString))
                        .noneMatch(name -> name.startsWith("bench-"));
            }
        }
    }

    @Test
    void what_survives_a_kill_comes_as_one_json_object() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("chaos");
            String words = "bench chaos --kinds kill-program --kills 1 --accounts 600 --chunk 5"
                    + " --seed 7 --silence 4 --json --quiet --home ";
            assertThat(typed.run(words + home)).as(typed.err()).isZero();
            assertThat(typed.out())
                    .startsWith(
                            "{\"bench\":\"chaos\",\"job\":\"tax-and-buffer\",\"accounts\":600,\"chunk\":5,\"seed\":7,\"good\":true,\"kinds\":[")
                    .contains("{\"kind\":\"kill-program\",\"kills\":1,\"relaunches\":1,\"lost\":0,\"doubled\":0,")
                    .hasLineCount(1);
        }
    }

    @Test
    void mutants_alone_need_no_server_and_come_as_one_json_object() throws IOException {
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("fuzz");
            assertThat(typed.run("bench fuzz --mutants 20 --imports 0 --seed 3 --json --home " + home))
                    .as(typed.out())
                    .isZero();
            assertThat(typed.out())
                    .startsWith("{\"bench\":\"fuzz\",\"mutants\":20,\"imports\":0,\"seed\":3,\"good\":true,")
                    .endsWith("\"failed\":0,\"failures\":[]}\n");
            assertThat(typed.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         WORDS                              | SAYS
         capitalization --accounts 2        | --accounts needs at least 3, --rounds and --threads at least 1
         capitalization --rounds 0          | --accounts needs at least 3, --rounds and --threads at least 1
         sweep --accounts 2                 | --accounts needs at least 3, --rounds and --threads at least 1
         sweep --threads 0                  | --accounts needs at least 3, --rounds and --threads at least 1
         sweep --history -1                 | --accounts needs at least 3, --rounds and --threads at least 1
         orders --accounts 2                | --accounts needs at least 3, --rounds and --threads at least 1
         sweep --rounds many                | --rounds
         sweep --job fork                   | --job fork: expected one of tax-and-buffer, weekly-reinvestment, quarterly-allocation
         sweep --job quarterly-allocation --history 3 | --against and --history are for tax-and-buffer, not for quarterly-allocation
         chaos --kills 0                    | --kills and --chunk need at least 1, --silence at least 2
         chaos --chunk 0                    | --kills and --chunk need at least 1, --silence at least 2
         chaos --silence 1                  | --kills and --chunk need at least 1, --silence at least 2
         chaos --accounts 599               | --accounts at least 100 for every kill
         chaos --kinds kill-prgram          | unknown kind `kill-prgram`
         chaos --kinds freeze,kill-prgram   | did you mean `kill-program`?
         fuzz --mutants -1                  | --mutants and --imports must not be negative, and one of them at least 1
         fuzz --mutants 0 --imports 0       | --mutants and --imports must not be negative, and one of them at least 1
        """, useHeadersInDisplayName = true)
    void what_measures_nothing_is_refused_before_a_server_is_started(String words, String says) {
        assertThat(typed.run("bench " + words)).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(says).doesNotContain("starting the database");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         WORDS          | SAYS
         bench          | alluse bench chaos --kills 20
         bench sweep    | by a plain Spring Batch job
         bench chaos    | kill-program, terminate-backend, kill-backend, kill-postmaster
         bench fuzz     | alluse bench fuzz --mutants 100000 --imports 1000 --seed 42 --json
        """, useHeadersInDisplayName = true)
    void each_explains_itself(String words, String says) {
        assertThat(typed.run(words + " --help")).isZero();
        assertThat(typed.out()).contains(says);
    }
}
