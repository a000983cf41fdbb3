package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCommandTest {

    private static final String HEADER =
            "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\","
                    + "\"Trans Code\",\"Quantity\",\"Price\",\"Amount\"\n";

    @TempDir
    private Path dir;

    private CapitalizedDatabase database;
    private Typed typed;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.of("name,capital,gen_reference\nAccount-1,500000,RH:77\n");
        typed = Typed.on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static String interest(String day, String amount) {
        return HEADER
                + "\"%1$s\",\"%1$s\",\"%1$s\",\"\",\"Interest Payment\",\"INT\",\"\",\"\",\"$%2$s\"%n"
                        .formatted(day, amount);
    }

    /** As if it had been there for a while. */
    private Path put(String name, String content) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T00:00:00Z")));
        return file;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> dir.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_file_is_looked_at_imported_listed_and_shown() throws IOException {
        Path file = put("june.csv", interest("2/2/2026", "12.34"));
        String words = "statement import " + file + " --account A-000001-GEN --date 2026-02-27";
        assertThat(typed.run(words + " --dry-run")).isZero();
        assertThat(typed.out()).contains("dry run: nothing was written", "posted         1", "INTEREST       12.34");
        assertThat(typed.run(words)).isZero();
        assertThat(typed.out()).contains("COMPLETED", "posted         1", "ignored        1", "CASH           12.34");
        assertThat(typed.run(words)).isEqualTo(6);
        assertThat(typed.err()).contains("is already done");
        assertThat(typed.run(words + " --dry-run --json")).isZero();
        assertThat(typed.out()).contains("\"duplicate\":1");
        assertThat(typed.run("statement list --quiet")).isZero();
        String ref = typed.out().strip();
        assertThat(typed.run("statement show " + ref)).isZero();
        assertThat(typed.out()).contains("june.csv", "ignored  june.csv:1: header");
        assertThat(typed.run("statement show nothing")).isEqualTo(5);
    }

    /** One word for it wherever it is told, and the way to the lines. */
    @Test
    void lines_that_were_refused_are_not_set_aside() throws IOException {
        Path file = put(
                "june.csv",
                interest("2/2/2026", "1.00") + interest("2/2/2026", "x").replace(HEADER, ""));
        assertThat(typed.run("statement import " + file + " --account A-000001-GEN --date 2026-02-27 --accept-partial"))
                .isEqualTo(3);
        assertThat(typed.run("job status 2")).isZero();
        assertThat(typed.out()).contains("  refused              1").doesNotContain("set aside");
        assertThat(typed.err()).isEqualTo("alluse: which lines, and why: alluse statement show 2\n");
        assertThat(typed.run("job status")).isZero();
        assertThat(typed.out()).contains("1 refused");
        assertThat(typed.run("set-aside list --run 2")).isZero();
        assertThat(typed.err()).contains("run 2 is of a file; what was refused of it: alluse job status 2");
    }

    /** The sample is of U1234567; GEN is mapped to RH:77, REV to nothing, COM to what a row says. */
    @Test
    void a_file_of_another_account_is_refused_once_with_what_to_do() throws IOException {
        Path file = put("ib.csv", Files.readString(Path.of("sample-data/statements/interactive-brokers.csv")));
        assertThat(typed.run("statement import " + file)).isEqualTo(1);
        assertThat(typed.run("statement import " + put("rh.csv", interest("2/2/2026", "1.00"))))
                .isEqualTo(2);
        assertThat(typed.err()).contains("rh.csv: does not say whose account it is; name it with --account CODE");
        String import_ = "statement import " + file + " --account ";
        for (String more : List.of("", " --dry-run")) {
            assertRefused(
                    import_ + "A-000001-GEN" + more, "not of A-000001-GEN; the broker calls that RH:77: give its file");
            assertRefused(import_ + "A-000001-REV" + more, "`alluse account map A-000001-REV --reference ");
        }
    }

    private void assertRefused(String words, String says) {
        assertThat(typed.run(words)).isEqualTo(2);
        assertThat(typed.err()).contains(says).hasLineCount(1);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void an_inbox_is_emptied_in_the_order_of_dates() throws IOException {
        put("A-000001-GEN/later.csv", interest("2/3/2026", "2.00"));
        put("A-000001-GEN/sooner.csv", interest("2/2/2026", "1.00"));
        put("RH:77/other.csv", interest("2/4/2026", "3.00"));
        put("A-000001-GEN/early.csv", interest("3/4/2026", "4.00"));
        put("noise.bin", "\u0000\u0001");
        put("unnamed.csv", interest("2/2/2026", "5.00"));
        Files.writeString(dir.resolve("growing.csv"), HEADER);
        assertThat(typed.run("job run statement-import --date 2026-02-27 --inbox " + dir))
                .isEqualTo(3);
        assertThat(files())
                .containsExactly(
                        "A-000001-GEN/early.csv",
                        "archive/A-000001-GEN/later.csv",
                        "archive/A-000001-GEN/later.csv.report.txt",
                        "archive/A-000001-GEN/sooner.csv",
                        "archive/A-000001-GEN/sooner.csv.report.txt",
                        "archive/RH:77/other.csv",
                        "archive/RH:77/other.csv.report.txt",
                        "growing.csv",
                        "rejected/noise.bin",
                        "rejected/noise.bin.report.txt",
                        "rejected/unnamed.csv",
                        "rejected/unnamed.csv.report.txt");
        assertThat(Rows.of(database.test().owner())
                        .of("select effective_date from event where rule = 'statement-import' order by no"))
                .containsExactly("2026-02-02", "2026-02-03", "2026-02-04");
        assertThat(Files.readString(dir.resolve("rejected/unnamed.csv.report.txt")))
                .contains("does not say whose account it is", "put the file into the directory of its account");
    }

    @Test
    void a_file_that_was_imported_but_not_put_away_is_put_away() throws IOException {
        Path file = put("A-000001-GEN/june.csv", interest("2/2/2026", "1.00"));
        assertThat(typed.run("statement import " + file + " --account A-000001-GEN --date 2026-02-27"))
                .isZero();
        assertThat(typed.run("job run statement-import --date 2026-02-27 --inbox " + dir))
                .isZero();
        assertThat(typed.out()).contains("imported before, by run 2 of 2026-02-27");
        assertThat(files()).hasSize(2).allMatch(name -> name.startsWith("archive/"));
    }
}
