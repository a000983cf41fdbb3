package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.alluse.database.TestDatabase;
import io.alluse.vault.Keys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class VaultCommandTest {

    private static final String SECRET = "open sesame, 40 thieves";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static CapitalizedDatabase capitalized;
    private static TestDatabase database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final InputStream stdin = System.in;

    @TempDir
    private Path dir;

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,mapping
                Each its own,500000,per-account
                All share one,500000,per-main
                """);
        database = capitalized.test();
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    @BeforeEach
    void watch() {
        JdbcClient.create(database.owner()).sql("delete from credential_key").update();
        Keys.generate(dir.resolve("key"));
        ROOT.setLevel(Level.TRACE);
        ROOT.detachAndStopAllAppenders();
        log.start();
        ROOT.addAppender(log);
    }

    /** Whatever a test did: nowhere was the secret to be seen. */
    @AfterEach
    void nothing_shows_the_secret() {
        ROOT.setLevel(Level.WARN);
        ROOT.detachAppender(log);
        System.setIn(stdin);
        assertThat(out.toString()).doesNotContain(SECRET);
        assertThat(err.toString()).doesNotContain(SECRET);
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains(SECRET));
    }

    private int run(Map<String, String> environment, String... words) {
        VaultCommand vault = new VaultCommand(options -> access(), environment);
        CommandLine line = Main.commandLine();
        line.getCommandSpec().removeSubcommand("vault");
        line.addSubcommand(vault);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setParameterExceptionHandler(Main.commandLine().getParameterExceptionHandler());
        line.setExecutionExceptionHandler(Main.commandLine().getExecutionExceptionHandler());
        line.setExitCodeExceptionMapper(Main.commandLine().getExitCodeExceptionMapper());
        return line.execute(words);
    }

    private int run(String... words) {
        return run(Map.of(Keys.KEY_FILE, dir.resolve("key").toString()), words);
    }

    private static VaultAccess access() {
        return VaultAccess.of(database.program(), CLOCK);
    }

    private static void type(String text) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void set_from_standard_input_then_check() {
        type(SECRET + "\n");
        assertThat(run("vault", "set", "A-000001-GEN", "--name", "api-key", "--reason", "new broker"))
                .isZero();
        assertThat(run("vault", "check")).isZero();
        assertThat(run("vault", "check", "A-000001-GEN", "--json")).isZero();
        assertThat(run("vault", "list")).isZero();
        assertThat(out.toString().replaceAll("key [0-9a-f]{16}", "key K")).isEqualToNormalizingNewlines("""
                sealed api-key of A-000001-GEN; see: alluse vault check A-000001-GEN
                A-000001-GEN ok, 1 credential
                1 accounts checked, 0 cannot be opened
                {"account":"A-000001-GEN","opened":1,"trouble":null}
                A-000001-GEN  api-key  set 2026-01-05T14:30:00Z  key K
                """);
    }

    @Test
    void set_from_a_file() throws IOException {
        Path file = Files.writeString(dir.resolve("secret"), SECRET);
        assertThat(run("vault", "set", "A-000001-GEN", "--name", "api-key", "--file", file.toString(), "--quiet"))
                .isZero();
        assertThat(run("vault", "check", "A-000001-GEN")).isZero();
        assertThat(out.toString()).startsWith("A-000001-GEN ok, 1 credential");
    }

    @ParameterizedTest
    @CsvSource({"--value", "--secret", "''"})
    void a_secret_on_the_command_line_is_refused_and_not_repeated(String option) {
        String[] words = {"vault", "set", "A-000001-GEN", "--name", "api-key", option, SECRET};
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).contains("not shown").hasLineCount(1);
        assertThat(run("vault", "check")).isZero();
        assertThat(out.toString()).startsWith("0 accounts checked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                             | EXIT
             vault set A-000001-GEN --name api-key      | 2
             vault set X-1 --name api-key      | 5
             vault set A-000001 --name api-key | 2
             vault set A-000009-GEN --name api-key | 5
             vault set A-000001-GEN                     | 2
             vault set A-000001-GEN --name K --file nil | 5
             vault remove A-000001-GEN --name api-key   | 2
             vault remove A-000001-GEN --yes            | 2
             vault remove A-000001-GEN --all --yes      | 5
             vault rotate --made-before 2026-01-01T00:00:00Z | 2
             vault keygen                      | 2
             vault                             | 0
            """, useHeadersInDisplayName = true)
    void wrong_words_and_empty_input_change_nothing(String words, int exit) {
        type("\n");
        assertThat(run(words.split(" "))).isEqualTo(exit);
        assertThat(run("vault", "list", "--quiet")).isZero();
    }

    @Test
    void rotation_and_what_cannot_be_opened() {
        type(SECRET);
        run("vault", "set", "A-000001-GEN", "--name", "api-key");
        String old = dir.resolve("key").toString();
        String fresh = dir.resolve("new").toString();
        assertThat(run("vault", "keygen", "--out", fresh)).isZero();
        Map<String, String> without = Map.of(Keys.KEY_FILE, fresh);
        Map<String, String> with = Map.of(Keys.KEY_FILE, fresh, Keys.OLD_KEY_FILE, old);
        assertThat(run(without, "vault", "check")).isEqualTo(1);
        assertThat(run(without, "vault", "rotate")).isEqualTo(3);
        assertThat(run(with, "vault", "rotate")).isZero();
        assertThat(run(with, "vault", "rotate", "--deks", "--made-before", "2026-02-01T00:00:00Z"))
                .isZero();
        assertThat(run(without, "vault", "check")).isZero();
        assertThat(out.toString())
                .contains("A-000001-GEN cannot be opened: its key is not among those given")
                .contains("0 data keys re-wrapped, 1 cannot be opened")
                .contains("1 data keys re-wrapped, 0 cannot be opened")
                .contains("1 data keys renewed, 0 cannot be opened");
    }

    @Test
    void keygen_never_overwrites_and_needs_no_database() throws IOException {
        String before = Files.readString(dir.resolve("key"));
        assertThat(run("vault", "keygen", "--out", dir.resolve("key").toString()))
                .isEqualTo(6);
        assertThat(dir.resolve("key")).hasContent(before);
        assertThat(out + "" + err).doesNotContain(before.strip());
    }

    @Test
    void without_a_key_nothing_is_read() {
        assertThat(run(Map.of(), "vault", "check")).isEqualTo(7);
        assertThat(err.toString()).contains("alluse vault keygen --out FILE");
    }

    @ParameterizedTest
    @CsvSource({"A-000002-GEN", "A-000002-COM", "A-000002"})
    void accounts_that_share_a_brokerage_account_share_its_credentials(String code) {
        type(SECRET);
        run("vault", "set", "A-000002-REV", "--name", "api-key", "--quiet");
        assertThat(run("vault", "check", code)).isZero();
        assertThat(run("vault", "check")).isZero();
        assertThat(out.toString()).startsWith("A-000002 ok, 1 credential").contains("1 accounts checked, 0 cannot");
    }
}
