package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.sweep.SweepDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business dates that cannot be meant: one to come, one before what was closed, one on which a thing was not there yet. */
class DatesTest {

    private static final String HEADER =
            "Activity Date,Process Date,Settle Date,Instrument,Description,Trans Code,Quantity,Price,Amount\n";

    @TempDir
    private static Path dir;

    private static CapitalizedDatabase database;
    private static SweepDesk desk;
    private static Typed typed;

    @BeforeAll
    static void create() throws IOException {
        database = CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,500000,G:1,R:1,C:1
                """);
        desk = SweepDesk.on(database);
        typed = Typed.on(database);
        desk.tamper("insert into price (symbol, date, close) values ('TSLA', '2026-01-08', 80)");
        desk.earn("30000", LocalDate.parse("2026-01-09"));
        Files.writeString(dir.resolve("a.csv"), HEADER);
        Files.writeString(dir.resolve("p.csv"), "name,capital\nTwo,500000\n");
    }

    @AfterAll
    static void drop() {
        desk.close();
        database.close();
    }

    /** The rows are a story: one stands on those above it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', useHeadersInDisplayName = true, textBlock = """
             WORDS                                                                      | EXIT | SAYS
             job run tax-and-buffer --date 2096-01-06                                   | 2    | nobody to ask: the business date 2096-01-06 is in the future (today is 20
             job run tax-and-buffer --date 2096-01-06 --dry-run --out DIR/dry.csv       | 0    | the business date 2096-01-06 is in the future; today is 20
             job run initial-capitalization --plan DIR/p.csv --date 2096-01-06          | 2    | nobody to ask
             job run statement-import --inbox DIR --date 2096-01-06                     | 2    | nobody to ask
             statement import DIR/a.csv --account A-000001-GEN --date 2096-01-06        | 2    | nobody to ask
             statement import DIR/a.csv --account A-000001-GEN --date 2096-01-06 -n     | 0    | is in the future; today is 20
             account create --name Lake --date 2096-01-06                               | 2    | nobody to ask
             account suspend A-000001-GEN --reason test --date 2096-01-06               | 2    | nobody to ask
             account suspend A-000001-GEN --reason test --date 2096-01-06 --dry-run     | 0    | is in the future
             account configure A-000001 --date 2096-01-06 --quiet                       | 0    | is in the future
             account configure A-000001 --set buffer=8 --reason test --date 2096-01-06  | 2    | nobody to ask
             job run funding --date 2096-01-06 --yes                                    | 0    | ~~
             job relaunch funding --date 2096-01-06                                     | 6    | there is nothing to relaunch
             job run weekly-reinvestment --date 2026-01-09                              | 0    | ~~
             job run tax-and-buffer --date 2026-01-08                                   | 6    | tax-and-buffer of 2026-01-08 comes too late: run 3 of weekly-reinvestment has closed 2026-01-09
             job run tax-and-buffer --date 2026-01-08 --dry-run                         | 6    | comes too late
             job run tax-and-buffer --date 2026-01-09                                   | 0    | ~~
             job run order-intents --date 2026-01-10 --out DIR/i                        | 2    | order-intents: 2026-01-10 is not a business day; give --date 2026-01-09
             job run order-intents --date 2026-01-19 --out DIR/i                        | 2    | is not a business day; give --date 2026-01-16
             job run order-intents --date 2026-01-09 --out DIR/i                        | 0    | ~~
             job run order-intents --date 2026-01-08 --out DIR/i                        | 6    | order-intents of 2026-01-08 comes too late: run 5 has closed 2026-01-09
             intent cancel A-000001-GEN 4.1 --reason test --date 2026-01-08             | 6    | intent 4.1 of A-000001-GEN was made on 2026-01-09: it cannot have ended on 2026-01-08
             intent cancel A-000001-GEN 4.1 --reason test --date 2096-01-08             | 2    | nobody to ask
             intent cancel A-000001-GEN 4.1 --reason test --date 2026-01-12             | 0    | ~~
            """)
    void a_date_that_cannot_be_meant_posts_nothing(String words, int exit, String says) {
        long before = desk.number("select count(*) from run");
        assertThat(typed.run(words.replace("DIR", dir.toString())))
                .as(typed.err())
                .isEqualTo(exit);
        assertThat(typed.err()).contains(says);
        if (exit != 0) {
            assertThat(typed.err()).hasLineCount(1);
            assertThat(desk.number("select count(*) from run")).isEqualTo(before);
        }
    }
}
