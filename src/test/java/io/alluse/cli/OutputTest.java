package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Where the answer goes, and where the program looks for its data. */
class OutputTest {

    private static @Nullable String script;

    @TempDir
    private Path dir;

    @Test
    void who_reads_no_further_hears_no_more() throws IOException {
        Answer answer = CommandLineProcess.runIn("\"$@\" | true; exit ${PIPESTATUS[0]}", "policy", "show", "standard");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isEqualTo(Main.READER_GONE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void an_answer_that_is_cut_by_a_full_disk_is_a_failure() throws IOException {
        Answer answer = CommandLineProcess.runIn("\"$@\" > /dev/full", "policy", "list");
        assertThat(answer.err()).contains("the answer could not be written to the end; is the disk full?");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account list",
                "job status",
                "job run tax-and-buffer",
                "ledger verify",
                "price list TSLA",
                "db migrate",
                "db psql"
            })
    void a_mistyped_home_makes_no_database(String words) {
        Typed typed = new Typed();
        Path home = dir.resolve("typo");
        assertThat(typed.run(words + " --home " + home)).isEqualTo(7);
        assertThat(typed.err())
                .isEqualTo("alluse: no database in " + home + " (from --home); give the --home of yours,"
                        + " or make one there with `alluse db start` or `alluse demo`" + System.lineSeparator());
        assertThat(home).doesNotExist();
    }

    @Test
    void looking_at_a_database_that_is_not_there_makes_none() {
        Typed typed = new Typed();
        Path home = dir.resolve("typo");
        assertThat(typed.run("db status --home " + home)).isEqualTo(7);
        assertThat(typed.run("db stop --home " + home)).isZero();
        assertThat(home).doesNotExist();
    }

    /** In a bash that has loaded it: what it offers for words begun. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                         | OFFERS
             alluse jo                     | job
             alluse job rel                | relaunch release
             alluse job run tax            | tax-and-buffer
             alluse intent list --state ca | cancelled
            """, useHeadersInDisplayName = true)
    void bash_completes_nouns_verbs_jobs_and_states(String words, String offers) throws IOException {
        if (script == null) {
            script = CommandLineProcess.run("completion", "bash").out();
        }
        Path file = Files.writeString(dir.resolve("completion"), script);
        Path answer = dir.resolve("answer");
        int last = words.split(" ").length - 1;
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        ". " + file + "; COMP_WORDS=(" + words + "); COMP_CWORD=" + last
                                + "; _complete_alluse; echo \"${COMPREPLY[*]}\"")
                .redirectOutput(answer.toFile())
                .start();
        assertThat(bash.onExit().join().exitValue()).isZero();
        assertThat(Files.readString(answer).strip()).isEqualTo(offers);
    }

    @Test
    void a_table_fits_a_narrow_terminal() throws IOException {
        Answer answer = CommandLineProcess.run(Map.of("COLUMNS", "60"), "job", "list");
        assertThat(answer.out().lines())
                .allMatch(line -> line.length() <= 60)
                .hasSizeGreaterThan(SweepJobs.names().size() + 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             NO_COLOR | TERM  | CLICOLOR | TERMINAL | COLOURS
             ''       | xterm | ''       | true     | ON
             ''       | xterm | ''       | false    | OFF
             1        | xterm | ''       | true     | OFF
             ''       | dumb  | ''       | true     | OFF
             ''       | xterm | 0        | true     | OFF
            """, useHeadersInDisplayName = true)
    void colours_are_for_a_terminal_that_wants_them(
            String no, String term, String cli, boolean terminal, CommandLine.Help.Ansi colours) {
        Map<String, String> environment = Map.of("NO_COLOR", no, "TERM", term, "CLICOLOR", cli);
        assertThat(Terminal.colours(environment, terminal)).isEqualTo(colours);
    }
}
