package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the answer goes, and where the program looks for its data. */
class OutputTest {

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
}
