package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {

    private final Typed typed = new Typed();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                                               | CAPITALS
             --total 1200000 --unit 500000                       | 500000.00 500000.00 200000.00
             --total 1,200,000                                   | 500000.00 500000.00 200000.00
             --total 1_000_000                                   | 500000.00 500000.00
             --total 600000                                      | 500000.00 100000.00
             --total 100000                                      | 100000.00
             --total 10000000 --unit 10000000                    | 10000000.00
             --total 500000.01 --unit 250000.01                  | 250000.01 250000.00
             --total 600000 --policy screenplay                  | 250000.00 250000.00 100000.00
             --total 550000 --policy screenplay                  | 250000.00 250000.00 50000.00
            """, useHeadersInDisplayName = true)
    void a_total_is_spread_over_units(String words, String capitals) {
        assertThat(typed.run("plan " + words)).isZero();
        assertThat(typed.out().lines().skip(1).map(line -> line.split(",")[1]).collect(Collectors.joining(" ")))
                .isEqualTo(capitals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                                               | ANSWER
             --total 1050000                                     | the remainder of 50000.00 is below the policy's minimum of 100000.00 per main account; choose another --total or --unit
             --total 599999.99                                   | the remainder of 99999.99 is below the policy's minimum of 100000.00 per main account; choose another --total or --unit
             --total 99999.99                                    | the remainder of 99999.99 is below the policy's minimum of 100000.00 per main account; choose another --total or --unit
             --total 549999.99 --policy screenplay               | the remainder of 49999.99 is below the policy's minimum of 50000.00 per main account; choose another --total or --unit
             --total 20000000 --unit 10000000.01                 | unit 10000000.01 is above the policy's cap of 10000000.00 per main account
             --total 0                                           | total and unit must be positive, were 0.00 and 500000.00
             --total 100 --unit 0                                | total and unit must be positive, were 100.00 and 0.00
             --total -5                                          | --total '-5': is not an amount of dollars such as 500000
             --total 1e9                                         | --total '1e9': is not an amount of dollars such as 500000
             --total 100000.001                                  | --total '100000.001': is not an amount of dollars such as 500000
             --total a lot                                       | Unmatched argument
             --total 999999999999999 --unit 0.01                 | a plan has at most 1000000 main accounts, this one would have 99999999999999900; choose a larger --unit
             --unit 500000                                       | Missing required option: '--total
            """, useHeadersInDisplayName = true)
    void what_cannot_be_spread_is_a_usage_error_on_one_line(String words, String answer) {
        assertThat(typed.run("plan " + words)).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).hasLineCount(1).contains(answer);
    }

    @Test
    void an_unknown_policy_is_not_found() {
        assertThat(typed.run("plan --total 1000000 --policy standrad")).isEqualTo(5);
        assertThat(typed.err()).hasLineCount(1).contains("did you mean `standard`?");
    }

    @Test
    void names_follow_a_prefix_and_a_first_number() {
        assertThat(typed.run("plan --total 1000000 --name Lake- --first 7")).isZero();
        assertThat(typed.out())
                .isEqualToNormalizingNewlines(
                        "name,capital,policy\nLake-7,500000.00,standard\nLake-8,500000.00,standard\n");
    }

    @Test
    void a_file_is_never_overwritten_without_force() throws IOException {
        Path plan = dir.resolve("plan.csv");
        assertThat(typed.run("plan --total 1000000 --out " + plan)).isZero();
        assertThat(typed.out())
                .isEqualToNormalizingNewlines(plan + ": 2 main accounts, 1,000,000.00\n"
                        + "next: alluse job run initial-capitalization --plan " + plan + "\n");
        String before = Files.readString(plan);
        assertThat(typed.run("plan --total 500000 --out " + plan)).isEqualTo(6);
        assertThat(typed.err()).contains(plan + " exists; choose another name or add --force");
        assertThat(plan).hasContent(before);
        assertThat(typed.run("plan --total 500000 --force --quiet --out " + plan))
                .isZero();
        assertThat(typed.out()).isEqualToIgnoringNewLines(plan.toString());
        assertThat(Files.readAllLines(plan)).hasSize(2);
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(plan);
        }
    }

    @Test
    void json_names_file_number_and_sum() {
        Path plan = dir.resolve("plan.csv");
        assertThat(typed.run("plan --total 1000000 --json --out " + plan)).isZero();
        assertThat(typed.out())
                .isEqualToIgnoringNewLines("{\"file\":\"" + plan + "\",\"mainAccounts\":2,\"capital\":\"1000000.00\"}");
    }
}
