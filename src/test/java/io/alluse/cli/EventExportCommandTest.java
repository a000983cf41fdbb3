package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two main accounts, six openings. */
class EventExportCommandTest {

    private static CapitalizedDatabase database;
    private static Typed typed;

    @TempDir
    private Path directory;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.ofMains(2);
        typed = Typed.on(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static List<String> events() {
        return typed.out().lines().filter(line -> !line.contains("\"cursor\"")).toList();
    }

    private static String cursor() {
        String last = typed.out().lines().toList().getLast();
        assertThat(last).startsWith("{\"version\":1,\"cursor\":\"1.");
        return last.replaceAll(".*:\"|\"}", "");
    }

    @Test
    void each_call_goes_on_where_the_one_before_ended() {
        assertThat(typed.run("event export --limit 4")).isZero();
        assertThat(events()).hasSize(4);
        assertThat(typed.err()).contains("alluse: 4 events in ").contains("go on with --since " + cursor());
        List<String> first = events();
        assertThat(typed.run("event export --quiet --since " + cursor())).isZero();
        assertThat(events()).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.run("event export --since " + cursor())).isZero();
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void a_cursor_file_is_made_kept_and_read_again() throws IOException {
        Path file = directory.resolve("cursor");
        assertThat(typed.run("event export --limit 5 --cursor-file " + file)).isZero();
        assertThat(Files.readString(file)).isEqualTo(cursor() + "\n");
        assertThat(typed.run("event export --limit 5 --cursor-file " + file)).isZero();
        assertThat(events()).hasSize(1);
        assertThat(typed.run("event export --follow --limit 6"))
                .as("no more is asked for")
                .isZero();
        assertThat(events()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             --since yesterday                                                      | 2 | --since: not a cursor
             --since 1.1.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0-00000000000000aa              | 6 | does not hold the events
             --limit 0                                                              | 2 | at least one event
             --every soon                                                           | 2 | --every: not a time
             --since x --cursor-file y                                              | 2 | give one of them
            """)
    void wrong_words_have_their_codes(String words, int exit, String told) {
        assertThat(typed.run("event export " + words)).isEqualTo(exit);
        assertThat(typed.err()).contains(told);
    }
}
