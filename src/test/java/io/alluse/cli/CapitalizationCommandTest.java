package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands that capitalize answer, on a home as a user has it. Every test has names of its own. */
class CapitalizationCommandTest {

    private static final String RUN = "job run initial-capitalization --date 2026-01-05 --plan ";
    private static final Homes HOMES = new Homes();

    @SuppressWarnings("NullAway.Init")
    private static Path home;

    private final Typed typed = new Typed();

    @TempDir
    private Path dir;

    @BeforeAll
    static void make() throws IOException {
        home = HOMES.fresh("capitalization");
        assertThat(new Typed().run("db start --home " + home)).isZero();
    }

    @AfterAll
    static void delete() throws IOException {
        HOMES.close();
    }

    private int run(String words) {
        return typed.run(words + " --home " + home);
    }

    private int create(String... words) {
        CommandLine line = new CommandLine(new AccountCreateCommand());
        line.setExecutionExceptionHandler(Main.commandLine().getExecutionExceptionHandler());
        return typed.run(
                line,
                Stream.concat(Arrays.stream(words), Stream.of("--date", "2026-01-05", "--home", home.toString()))
                        .toArray(String[]::new));
    }

    private Path plan(String content) throws IOException {
        return Files.writeString(dir.resolve("plan.csv"), content);
    }

    @Test
    void a_plan_is_previewed_carried_out_and_done_but_once() throws IOException {
        Path plan = dir.resolve("plan.csv");
        assertThat(run("plan --total 1200000 --name Once- --out " + plan)).isZero();
        assertThat(run(RUN + plan + " --dry-run")).isZero();
        assertThat(typed.out())
                .contains("Once-3 ")
                .containsPattern("-COM +SAFE +100,000.00 +95,000.00 to invest +5,000.00 buffer")
                .contains("dry run: nothing was written")
                .contains("  would open     3 main accounts, 9 accounts")
                .contains("  CAPITAL        1,200,000.00")
                .contains("  BUFFER         60,000.00");
        assertThat(run(RUN + plan)).isZero();
        assertThat(typed.out())
                .containsPattern("^initial-capitalization of 2026-01-05  run \\d+  COMPLETED in ")
                .contains("  opened         3 main accounts, 9 accounts")
                .contains("  CASH           1,140,000.00")
                .containsPattern("  digest         [0-9a-f]{64}");
        assertThat(run(RUN + plan)).isEqualTo(6);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).hasLineCount(1).contains(plan + " has been carried out before: run ");
        assertThat(run("ledger verify")).isZero();
    }

    @Test
    void refused_rows_go_to_standard_error_and_the_rest_is_done() throws IOException {
        Path plan = plan("name,capital\nSome-1,500000\nSome-2,0\n");
        assertThat(run(RUN + plan + " --all-or-nothing")).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualToNormalizingNewlines(plan + ":3:2: capital '0': must be positive\n" + "alluse: " + plan
                        + ": rows refused: 1 of 2, and all or nothing was asked for; nothing was written\n");
        assertThat(run(RUN + plan + " --dry-run --quiet")).isEqualTo(3);
        assertThat(run(RUN + plan + " --quiet")).isEqualTo(3);
        assertThat(typed.out()).matches("\\d+\\R");
        assertThat(typed.err())
                .startsWith(plan + ":3:2: capital '0': must be positive")
                .contains("alluse: mend the refused rows and run the changed plan: it posts what is new");
    }

    @Test
    void json_has_outcomes_money_digest_and_problems() throws IOException {
        Path plan = plan("name,capital\nJson-1,1000\nJson-2,0\n");
        assertThat(run(RUN + plan + " --all-or-nothing --json")).isEqualTo(2);
        assertThat(typed.out())
                .isEqualToIgnoringNewLines("{\"outcome\":\"REFUSED\",\"population\":2,\"posted\":0,\"nothing\":0,"
                        + "\"setAside\":1,\"problems\":[{\"line\":3,\"column\":2,\"field\":\"capital\",\"value\":\"0\","
                        + "\"reason\":\"must be positive\"}]}");
        assertThat(run(RUN + plan + " --dry-run --json")).isEqualTo(3);
        assertThat(typed.out())
                .startsWith("{\"mainAccounts\":[{\"code\":\"A-000002\",\"name\":\"Json-1\",\"policy\":\"standard\","
                        + "\"capital\":\"1000.00\",\"accounts\":[{\"code\":\"A-000002-GEN\",\"state\":\"SAFE\",")
                .contains(
                        "\"dryRun\":true,\"population\":2,\"posted\":1,\"nothing\":0,\"setAside\":1,"
                                + "\"money\":{\"CASH\":\"950.00\",\"BUFFER\":\"50.00\",\"CAPITAL\":\"1000.00\"},\"problems\":[");
        assertThat(run(RUN + plan + " --json")).isEqualTo(3);
        assertThat(typed.out().replaceAll("\"run\":\\d+", "\"run\":N").replaceAll("[0-9a-f]{64}", "D"))
                .isEqualToIgnoringNewLines("{\"run\":N,\"job\":\"initial-capitalization\",\"date\":\"2026-01-05\","
                        + "\"outcome\":\"COMPLETED_WITH_SET_ASIDES\",\"population\":2,\"posted\":1,\"nothing\":0,"
                        + "\"waiting\":0,\"review\":0,\"notEligible\":0,\"setAside\":1,\"accounts\":3,\"firstAndLast\":[\"A-000002\"],"
                        + "\"money\":{\"CASH\":\"950.00\",\"BUFFER\":\"50.00\",\"CAPITAL\":\"1000.00\"},"
                        + "\"transfers\":\"0.00\",\"digest\":\"D\",\"failure\":null,"
                        + "\"problems\":[{\"line\":3,\"column\":2,\"field\":\"capital\",\"value\":\"0\","
                        + "\"reason\":\"must be positive\"}]}");
    }

    @Test
    void wrong_words_and_files_are_told_on_one_line() throws IOException {
        assertRefused(2, "job run initial-capitalization", "needs --plan FILE");
        assertRefused(5, "job run initial-capitalisation --plan x", "did you mean `initial-capitalization`?");
        assertRefused(5, RUN + dir.resolve("none.csv"), "no plan " + dir.resolve("none.csv"));
        assertRefused(2, RUN + dir, dir + ": is not a file");
        assertRefused(2, RUN + plan("name,capital\n"), "holds no main account");
        assertRefused(2, RUN + plan("name,capital\nA,1\n") + " --threads 0", "--threads 0: expected 1 to 64");
        assertRefused(2, "job run initial-capitalization --date today --plan x", "--date: not a date");
    }

    private void assertRefused(int exit, String words, String reason) {
        assertThat(run(words)).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).hasLineCount(1).contains(reason);
    }

    @Test
    void one_main_account_is_created_with_the_policys_default() {
        assertThat(create("--name", "Created", "--gen-reference", "NEW:1", "--dry-run"))
                .isZero();
        assertThat(typed.out()).contains("dry run: nothing was written").containsPattern("-GEN +ACTIVE +100,000.00");
        assertThat(create("--name", "Created", "--gen-reference", "NEW:1")).isZero();
        assertThat(typed.out())
                .contains("  opened         1 main account, 3 accounts")
                .contains("500,000.00");
        assertThat(create("--name", "Created", "--gen-reference", "NEW:1")).isEqualTo(6);
        assertThat(create(
                        "--name",
                        "Shared",
                        "--mapping",
                        "per-main",
                        "--main-reference",
                        "NEW:2",
                        "--policy",
                        "screenplay",
                        "--overlay",
                        "conservative",
                        "--overlay",
                        "balanced"))
                .isZero();
        assertThat(typed.out()).contains("250,000.00");
    }

    @Test
    void a_main_account_that_cannot_be_created_is_refused_by_its_options() {
        assertThat(create("--name", "Refused", "--capital", "0", "--overlay", "no"))
                .isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .hasLineCount(3)
                .startsWith("--capital '0': must be positive")
                .contains("--overlay 'no': unknown overlay `no`; there are: aggressive, ")
                .contains("alluse: account create: nothing was written");
    }
}
