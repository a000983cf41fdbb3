package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class StatementCheckCommandTest {

    private static final String SAMPLES = "sample-data/statements/";

    private final Typed typed = new Typed();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             COMMAND                                           | EXIT | OUT                                                          | ERR
             statement                                         | 0    | Usage: alluse statement                                      | ''
             statement formats                                 | 0    | firstrade  Firstrade  experimental                           | ''
             statement formats                                 | 0    | Trans Code, Quantity, Price, Amount                          | ''
             statement formats --quiet                         | 0    | tastyworks                                                   | ''
             statement formats --json                          | 0    | "format":"schwab","broker":"Charles Schwab","experimental":false | ''
             statement check SAMPLES/robinhood.csv             | 0    | SAMPLES/robinhood.csv:3: taken 2025-06-24 sell -1 AAPL 2025-07-18 190 P @ 1.95 = 194.96 | ''
             statement check SAMPLES/robinhood.csv             | 0    | robinhood, 27 lines: 24 taken, 3 ignored, 0 rejected         | ''
             statement check SAMPLES/tastytrade-2023.csv       | 0    | cash by its lines: 101,885.31                                | ''
             statement check SAMPLES/interactive-brokers.csv   | 0    | NVDA                             10      10                  | ''
             statement check SAMPLES/interactive-brokers.csv --quiet | 0 | ''                                                        | ''
             statement check SAMPLES/firstrade.csv             | 2    | ''                                                           | looks like firstrade, which is experimental; if it is, say so with --format firstrade
             statement check SAMPLES/firstrade.csv --format firstrade | 0 | firstrade, 20 lines                                      | ''
             statement check SAMPLES/schwab.csv --format schwb | 2    | ''                                                           | unknown format `schwb`, did you mean `schwab`?
             statement check nowhere.csv                       | 5    | ''                                                           | alluse: nowhere.csv: no such file
             statement check pom.xml                           | 2    | ''                                                           | alluse: pom.xml: is XML; ask the broker for the CSV export
             statement check sample-data                       | 2    | ''                                                           | alluse: sample-data: is a directory; name the files in it
             statement check sample-data/capital-plan.csv      | 2    | ''                                                           | is no statement of a broker known here
             statement check nowhere.csv SAMPLES/schwab.csv    | 5    | schwab, 20 lines                                             | alluse: nowhere.csv: no such file
            """)
    void each_verb_answers_on_stdout_and_complains_on_stderr(
            String command, int exit, String answer, String complaint) {
        assertThat(typed.run(command.replace("SAMPLES/", SAMPLES))).isEqualTo(exit);
        assertThat(typed.out()).contains(answer.replace("SAMPLES/", SAMPLES));
        assertThat(typed.err()).contains(complaint);
        assertThat(typed.err().isEmpty()).isEqualTo(complaint.isEmpty());
    }

    @Test
    void a_rejected_line_is_told_with_its_place_and_the_exit_is_3() throws IOException {
        Path file = changed("$12.34", "****");

        assertThat(typed.run("statement check " + file)).isEqualTo(3);

        assertThat(typed.err().lines())
                .containsExactly(
                        file
                                + ":2:9: Amount '****': expected a number, found a masked one; export the statement with its amounts shown");
        assertThat(typed.out())
                .contains(file + ":2: rejected Amount '****'")
                .contains("27 lines: 23 taken, 3 ignored, 1 rejected");
    }

    @Test
    void what_does_not_tie_is_a_warning_and_no_failure() throws IOException {
        Path file = changed("$194.96", "$294.96");

        assertThat(typed.run("statement check " + file)).isZero();

        assertThat(typed.err())
                .isEqualTo(file
                        + ":3:1: amount '294.96': expected 195 by quantity, price and fees, found a difference of 99.96 (a warning)"
                        + System.lineSeparator());
    }

    @Test
    void in_json_all_files_are_one_object() throws IOException {
        Path wrong = changed("$12.34", "****");

        assertThat(typed.run("statement check --json nowhere.csv " + wrong + " " + SAMPLES + "schwab.csv"))
                .isEqualTo(5);

        Map<String, List<Map<String, Object>>> answer =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(typed.out());
        List<Map<String, Object>> files = answer.getOrDefault("files", List.of());
        assertThat(files).extracting(file -> file.get("rejected")).containsExactly(null, 1, 0);
        assertThat(files.getFirst()).containsKey("fault");
        assertThat(files.getLast())
                .containsEntry("format", "schwab")
                .containsEntry("positions", Map.of("AAPL 2025-07-18 190 P", "-1", "NVDA", "10"))
                .containsEntry("cash", "101899.58");
        assertThat(typed.out())
                .contains("\"line\":2,\"column\":9,\"field\":\"Amount\",\"raw\":\"****\",\"expected\":\"a number\"");
    }

    private Path changed(String text, String by) throws IOException {
        return Files.writeString(
                dir.resolve("changed.csv"),
                Files.readString(Path.of(SAMPLES + "robinhood.csv")).replace(text, by));
    }
}
