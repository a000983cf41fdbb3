package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionPricesTest {

    private TestDatabase database;
    private Typed typed;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        typed = Typed.on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Path file(String name) throws IOException {
        try {
            Path resource = Path.of(Objects.requireNonNull(getClass().getResource("/positions/" + name))
                    .toURI());
            return Files.copy(resource, dir.resolve(name));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String prices() {
        return String.join(
                "\n",
                Rows.of(database.owner())
                        .of("select symbol, date, close from price order by symbol collate \"C\", date"));
    }

    @Test
    void schwabs_old_columns_are_read_and_the_day_stands_in_the_title() throws IOException {
        Path file = file("schwab-old.csv");
        assertThat(typed.run("price import " + file)).as(typed.err()).isZero();
        assertThat(typed.out())
                .isEqualTo(file + ": 5 rows = 2 loaded + 0 replaced + 0 already there + 3 ignored + 0 refused\n");
        assertThat(prices()).isEqualTo("BRK.B 2026-01-02 1501.25\nTSLA 2026-03-20 250 P 2026-01-02 7.35");
        assertThat(typed.run("price import " + file)).isZero();
        assertThat(typed.out()).contains("0 loaded + 0 replaced + 2 already there + 3 ignored");
    }

    @Test
    void schwabs_new_columns_are_read_account_by_account_and_what_is_wrong_has_its_place() throws IOException {
        Path file = file("schwab-new.csv");
        assertThat(typed.run("price import " + file)).isEqualTo(3);
        assertThat(typed.out())
                .isEqualTo(file + ": 10 rows = 2 loaded + 0 replaced + 1 already there + 3 ignored + 4 refused\n");
        assertThat(typed.err().replace(file.toString(), "f")).isEqualTo("""
                f:13:4: Price '$1,23.4': expected a number such as 1,234.56, found none
                f:14:1: Symbol 'not a symbol': expected a symbol such as 'AAPL' or 'APP 08/22/2025 475.00 C', found none
                f:15:4: Price '$0.00': expected a positive number, found none
                f:16:4: row '': expected 10 columns, found 3; is it cut off?
                """);
        assertThat(prices()).isEqualTo("AAPL 2026-01-05 271.01\nNVDA 2026-02-20 197.5 C 2026-01-05 4.10");
    }

    @Test
    void fidelitys_day_stands_in_its_last_line() throws IOException {
        Path file = file("fidelity.csv");
        assertThat(typed.run("price import " + file + " --json"))
                .as(typed.err())
                .isZero();
        assertThat(typed.out())
                .contains("\"rows\":7,\"loaded\":2,\"replaced\":0,\"already\":0,\"ignored\":5,\"refused\":0");
        assertThat(prices()).isEqualTo("SPY 2026-02-20 612.5 P 2026-01-05 1.05\nTSLA 2026-01-05 438.07");
    }

    @Test
    void a_day_that_is_said_is_the_day_and_a_list_without_one_needs_it() throws IOException {
        Path file = file("fidelity.csv");
        assertThat(typed.run("price import " + file + " --date 2026-01-02"))
                .as(typed.err())
                .isZero();
        assertThat(prices()).contains("TSLA 2026-01-02 438.07");
        Path undated = Files.writeString(
                dir.resolve("undated.csv"), Files.readString(file).replaceAll("(?m)^\"Date downloaded.*$", ""));
        assertThat(typed.run("price import " + undated)).isEqualTo(2);
        assertThat(typed.err())
                .isEqualTo("alluse: " + undated + ": does not say of which day its prices are; add --date DATE\n");
        assertThat(typed.run("price import " + undated + " --date 2026-01-05 --dry-run"))
                .isZero();
        assertThat(typed.run("price import " + undated + " --date 2096-01-05")).isEqualTo(2);
        assertThat(typed.err()).contains("its prices are of 2096-01-05, which is in the future");
        Path plain = Files.writeString(dir.resolve("prices.csv"), "symbol,date,close\nTSLA,2026-01-02,1\n");
        assertThat(typed.run("price import " + plain + " --date 2026-01-02")).isEqualTo(2);
        assertThat(typed.err()).contains("is no broker's list of positions");
    }
}
