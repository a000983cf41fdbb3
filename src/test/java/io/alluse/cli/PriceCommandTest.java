package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceCommandTest {

    private TestDatabase database;
    private Typed typed;
    private Path file;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        typed = Typed.on(database);
        file = Files.writeString(dir.resolve("prices.csv"), """
                symbol,date,close,high,low,volume
                TSLA,2025-12-31,100,101,99.5,1000
                TSLA,2026-01-02,101.25,,,
                NVDA,2026-01-02,0,,,
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void what_is_imported_is_listed_and_shown() {
        assertThat(typed.run("price import " + file + " --dry-run")).isEqualTo(3);
        assertThat(typed.out())
                .isEqualTo(file + ": 3 rows = 2 loaded + 0 replaced + 0 already there + 1 refused (dry run)\n");
        assertThat(typed.run("price list TSLA")).isEqualTo(5);
        assertThat(typed.run("price import " + file)).isEqualTo(3);
        assertThat(typed.err()).isEqualTo(file + ":4:3: close '0': must be positive\n");
        assertThat(typed.run("price list TSLA --to 2025-12-31")).isZero();
        assertThat(typed.out()).isEqualTo("""
                DATE        CLOSE  HIGH   LOW  VOLUME
                2025-12-31    100   101  99.5    1000
                """);
        assertThat(typed.run("price show TSLA --date 2026-01-05")).isZero();
        assertThat(typed.out()).isEqualTo("""
                SYMBOL  DATE         CLOSE     AGE
                TSLA    2026-01-02  101.25  3 days
                """);
        assertThat(typed.run("price show TSLA NVDA --date 2026-01-05 --json")).isEqualTo(5);
        assertThat(typed.out()).isEqualTo("""
                [
                {"symbol":"TSLA","date":"2026-01-02","close":"101.25","high":null,"low":null,"volume":null,"ageDays":3}
                ]
                """);
        assertThat(typed.err())
                .isEqualTo(
                        "alluse: no price of NVDA at or before 2026-01-05 is loaded; see `alluse price import --help`\n");
    }

    @Test
    void words_that_are_wrong_are_told() {
        assertThat(typed.run("price import " + dir.resolve("none.csv"))).isEqualTo(5);
        assertThat(typed.run("price list TSLA --from soon")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("alluse: --from: not a date (expected YYYY-MM-DD): soon\n");
        assertThat(typed.run("price list TSLA --limit 0")).isEqualTo(2);
        assertThat(typed.run("price show")).isEqualTo(2);
    }
}
