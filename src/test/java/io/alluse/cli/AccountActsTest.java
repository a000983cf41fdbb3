package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The verbs by which a person changes accounts: their words, answers and exit codes. */
class AccountActsTest {

    private static CapitalizedDatabase capitalized;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,500000,G1,R1,C1
                Two,500000,G2,R2,C2
                Three,500000,,,
                Four,500000,,,
                """);
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    /** Words by blanks; an underscore stands for a blank within a word. */
    private int run(String words) {
        CommandLine line = Main.commandLine();
        Objects.requireNonNull(line.getSubcommands().get("account"))
                .getSubcommands()
                .values()
                .forEach(verb -> {
                    if (verb.getCommand() instanceof Verb known) {
                        known.workOn(() -> capitalized.test().database());
                    }
                });
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("account"));
        for (String word : words.replace("DIR", dir.toString()).split(" ")) {
            all.add(word.replace('_', ' '));
        }
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void states_change_and_the_next_command_is_named() {
        assertThat(run("suspend A-000001-GEN --reason to_be_explained --date 2026-01-06 --dry-run"))
                .isZero();
        assertThat(out).hasToString("A-000001-GEN ACTIVE -> SUSPENDED (dry run)\n");
        assertThat(run("suspend A-000001-GEN --reason to_be_explained --date 2026-01-06"))
                .isZero();
        assertThat(out).hasToString("A-000001-GEN ACTIVE -> SUSPENDED, event 2\n");
        assertThat(err).hasToString("alluse: next: alluse account resume A-000001-GEN --reason TEXT\n");
        assertThat(run("suspend A-000001-GEN --reason again")).isEqualTo(6);
        assertThat(err).hasToString("alluse: A-000001-GEN is already SUSPENDED; nothing was changed\n");
        assertThat(run("resume A-000001 --reason explained --date 2026-01-06 --json"))
                .isZero();
        assertThat(out)
                .hasToString("{\"schema\":\"alluse.account-state/1\",\"verb\":\"resume\",\"date\":\"2026-01-06\","
                        + "\"reason\":\"explained\",\"dryRun\":false,\"accounts\":["
                        + "{\"code\":\"A-000001-GEN\",\"from\":\"SUSPENDED\",\"to\":\"ACTIVE\",\"event\":3},"
                        + "{\"code\":\"A-000001-REV\",\"from\":\"ACTIVE\",\"to\":\"ACTIVE\",\"event\":null},"
                        + "{\"code\":\"A-000001-COM\",\"from\":\"ACTIVE\",\"to\":\"ACTIVE\",\"event\":null}]}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             WORDS                                              | EXIT | LINE
             close A-000002-GEN --reason x                      | 4    | A-000002-GEN is not empty and cannot be closed: CASH 95000.00, BUFFER 5000.00 left; nothing was changed
             recover A-000002 --reason x                        | 4    | A-000002-GEN is ACTIVE and cannot be recovered
             suspend A-000099 --reason x                        | 5    | no account A-000099; see `alluse account list`
             suspend A-000002                                   | 2    | Missing required option: '--reason=TEXT'
             suspend A-000002 --reason x --date 5.1.2026        | 2    | --date: not a date (expected YYYY-MM-DD): 5.1.2026
             map                                                | 2    | account map takes one of CODE --reference REF, CODE --release, --file CSV, --requests
             map A-000003-GEN --requests                        | 2    | account map: CODE goes with --reference or --release, found A-000003-GEN
             map --reference U1                                 | 2    | account map: CODE is missing, such as A-000042-GEN
             map A-000003-GEN --reference U_1                   | 2    | --reference: 'U 1' is not a brokerage reference (letters, digits and :._/- only, at most 64)
             map A-000003-GEN --reference U1 --state released   | 2    | --state released: expected opened or confirmed
             map A-000003-GEN --reference G1                    | 6    | reference G1 is used by A-000001-GEN
             map A-000001-GEN --reference G1                    | 6    | A-000001-GEN is already confirmed; nothing was changed
             map A-000001-GEN --release                         | 2    | account map --release asks for --reason TEXT
             map A-000001-GEN --release --reason x              | 4    | A-000001-GEN releases its brokerage account only when all it serves is closed: A-000001-GEN is
             map --file DIR/none.csv                            | 5    | no mapping file DIR/none.csv
             configure A-000002 --split 25/25/50                | 2    | account configure asks for --reason TEXT, or --preview
             configure A-000002 --split 25/25/50 --reason x     | 2    | nobody to ask: change the policy of A-000002? give --yes
             configure A-000002 --split 25/25/40 --preview      | 2    | override: tiers.GEN.split: must add up with tiers.REV.split and tiers.COM.split to 100, adds up to 90 (found 25)
             configure A-000002 --set buffer=5 --preview        | 6    | is already so; nothing was changed
             configure A-000002 --overlay nil --preview         | 5    | unknown overlay `nil`; there are: aggressive
             configure A-000002 --effective soon                | 2    | --effective: not a date (expected YYYY-MM-DD): soon
            """, useHeadersInDisplayName = true)
    void what_stands_against_it_is_the_last_line(String words, int exit, String line) {
        assertThat(run(words)).isEqualTo(exit);
        assertThat(err.toString().strip().lines().toList().getLast()).contains(line.replace("DIR", dir.toString()));
    }

    @Test
    void requests_go_out_as_a_file_and_come_back_with_references() throws IOException {
        Path csv = dir.resolve("requests.csv");
        assertThat(run("map --requests --out DIR/requests.csv")).isZero();
        assertThat(out).hasToString("6 open requests in " + csv + "\n");
        assertThat(run("map --requests --out DIR/requests.csv")).isEqualTo(6);
        assertThat(run("map --requests --out DIR/requests.csv --force")).isZero();
        assertThat(run("map --requests")).isZero();
        assertThat(out).hasToString(Files.readString(csv));
        assertThat(run("map --file DIR/requests.csv")).isEqualTo(6);
        Files.writeString(csv, Files.readString(csv).replaceAll("(?m)^(A-000003-[^,]+),,", "$1,X:$1,"));
        assertThat(run("map --file DIR/requests.csv --dry-run")).isZero();
        assertThat(run("map --file DIR/requests.csv --date 2026-01-06")).isZero();
        assertThat(out)
                .hasToString(csv + ": 6 rows = 3 mapped + 0 already there + 3 without a reference + 0 refused;"
                        + " 3 accounts ACTIVE\n");
        assertThat(run("map --file DIR/requests.csv --json")).isEqualTo(6);
        assertThat(out.toString()).contains("\"rows\":6,\"mapped\":0,\"already\":3,\"open\":3,\"refused\":0");
        Files.writeString(csv, "code,reference\nA-000004-GEN,U4\nA-000004-REV,G1\n");
        assertThat(run("map --file DIR/requests.csv --all-or-nothing")).isEqualTo(2);
        assertThat(err.toString()).startsWith(csv + ":3:2: reference 'G1': is used by A-000001-GEN\n");
        assertThat(run("map --file DIR/requests.csv")).isEqualTo(3);
    }

    @Test
    void a_policy_is_shown_previewed_and_changed() {
        assertThat(run("configure A-000002 --overlay conservative --split 25/25/50 --preview --date 2026-01-06"))
                .isZero();
        assertThat(out.toString())
                .contains("buffer                              5")
                .contains("A-000002-GEN  TSLA")
                .contains("proposed, not done: A-000002-REV sends 25,000.00 to A-000002-GEN");
        assertThat(run("configure A-000002 --date 2026-01-06")).isZero();
        assertThat(out.toString())
                .startsWith("# A-000002 on 2026-01-06: policy standard 1 (")
                .doesNotContain("# from");
        assertThat(run("configure A-000002 --split 25/25/50 --reason more_premium --date 2026-01-06 --yes --json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"applied\":true")
                .contains(
                        "\"transfers\":[{\"from\":\"A-000002-REV\",\"to\":\"A-000002-GEN\",\"amount\":\"25000.00\"}]");
        assertThat(run("configure A-000002-GEN --date 2026-01-06")).isZero();
        assertThat(out.toString()).contains("# from 2026-01-06, configure of the main account: tiers.GEN.split: 25\n");
    }
}
