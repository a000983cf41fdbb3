package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    void sizes_that_measure_nothing_are_refused() {
        assertThat(typed.run("bench capitalization --accounts 2")).isEqualTo(2);
        assertThat(typed.err()).contains("--accounts needs at least 3, --rounds and --threads at least 1");
    }
}
