package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.sweep.SweepDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One main account; who hears of what commands leave behind. */
class NotificationCommandTest {

    private static final String NIGHT = "job run tax-and-buffer --date 2026-01-06 --threads 1";

    private CapitalizedDatabase database;
    private Typed typed;

    @TempDir
    private Path home;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.ofMains(1);
        typed = Typed.on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void channels(String text) throws IOException {
        Files.writeString(home.resolve("notifications.yaml"), text);
    }

    private int run(String words) {
        return typed.run(words + " --home " + home);
    }

    /** An account whose policy nobody can work out any more. */
    private void spoil() {
        try (SweepDesk desk = SweepDesk.on(database)) {
            desk.tamper("insert into account_override (subject_id, effective_on, key, value, source)"
                    + " select id, '2026-01-01', 'buffer', 'much', 'a test' from account where code = 'A-000001-REV'");
        }
    }

    @Test
    void the_command_that_leaves_accounts_over_tells_so_and_its_exit_code_stays() throws IOException {
        channels("channels: {log: {to: file, file: log/told.log}, pager: {to: command, command: [/no/such/program]}}");
        spoil();
        assertThat(run(NIGHT)).as(typed.out()).isEqualTo(3);
        assertThat(typed.err()).contains("notification 1 could not be told to pager: ");
        assertThat(Files.readString(home.resolve("log/told.log")))
                .contains("set-asides: tax-and-buffer of 2026-01-06, run 2, set aside accounts: 1;"
                        + " next: alluse set-aside list --run 2");
        assertThat(run("notification list")).isZero();
        assertThat(typed.out()).contains("not pager (1 tries, ").contains("set-asides  log, not pager");
        channels("channels: {log: {to: file, file: log/told.log}}");
        assertThat(run("notification tell --json")).isZero();
        assertThat(typed.out()).isEqualTo("{\"noted\":0,\"told\":0,\"failures\":[]}\n");
    }

    @Test
    void a_mistake_in_the_file_is_told_before_anything_is_done() throws IOException {
        channels("channels: {log: {to: mail}}");
        assertThat(run(NIGHT)).isEqualTo(2);
        assertThat(typed.err()).contains("channels.log.to must be file, stdout or command, found mail");
        assertThat(Rows.of(database.test().program()).number("select count(*) from run"))
                .as("the capitalization alone")
                .isEqualTo(1);
    }

    @Test
    void a_test_reaches_every_channel_whatever_it_wants_and_says_where_it_failed() throws IOException {
        channels("channels: {screen: {to: stdout, kinds: [run-failed]}}");
        assertThat(run("notification test")).isZero();
        assertThat(typed.out()).contains("test: a test by ").endsWith("told to screen\n");
        channels("channels: {pager: {to: command, command: [/bin/sh, -c, exit 9]}}");
        assertThat(run("notification test --json")).isEqualTo(1);
        assertThat(typed.out()).contains("\"told\":0").contains("ended with exit code 9");
        assertThat(run("notification list --all --quiet --limit 1")).isZero();
        assertThat(typed.out()).isEqualTo("2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"notification tell", "notification test", "notification list --limit 0", NIGHT + " --notify none"
            })
    void without_channels_there_is_nobody_to_tell(String words) {
        assertThat(run(words)).isEqualTo(2);
    }
}
