package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class LedgerVerifyCommandTest {

    private static CapitalizedDatabase capitalized;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.ofMains(1);
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    /** The real command, on the database of this test. */
    private static final class OfTest extends LedgerVerifyCommand {
        @Override
        Database database() {
            return capitalized.test().database();
        }
    }

    private int run(String words) {
        CommandLine line = Main.commandLine();
        CommandLine ledger = Objects.requireNonNull(line.getSubcommands().get("ledger"));
        ledger.getCommandSpec().removeSubcommand("verify");
        ledger.addSubcommand(new CommandLine(new OfTest()));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        CommandLine usual = Main.commandLine();
        line.setParameterExceptionHandler(usual.getParameterExceptionHandler());
        line.setExecutionExceptionHandler(usual.getExecutionExceptionHandler());
        line.setExitCodeExceptionMapper(usual.getExitCodeExceptionMapper());
        return line.execute(words.split(" "));
    }

    private static String digest() {
        return String.valueOf(capitalized.report().run().digest());
    }

    @Test
    void a_clean_ledger_is_one_line() {
        assertThat(run("ledger verify")).isZero();
        assertThat(out.toString())
                .matches("clean: 3 accounts, 3 events, 6 movements;"
                        + " net worth at cost 500,000.00, base 500,000.00; [0-9]+\\.[0-9] s\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void one_account_and_an_anchor() {
        assertThat(run("ledger verify --account A-000001-COM --anchor " + digest()))
                .isZero();
        assertThat(out.toString()).startsWith("clean: 1 accounts, 1 events, 2 movements");
    }

    @Test
    void quiet_says_nothing_of_a_clean_ledger() {
        assertThat(run("ledger verify --quiet")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_broken_ledger_names_the_first_broken_event_and_exits_with_1() {
        JdbcClient superuser = JdbcClient.create(capitalized.test().superuser());
        String change = "update account_head set cash = cash + %d, buffer = buffer - %1$d where cash = 95000 + %d";
        superuser.sql(change.formatted(1, 0)).update();
        try {
            assertThat(run("ledger verify")).isEqualTo(1);
            assertThat(run("ledger verify --json")).isEqualTo(1);
            assertThat(run("ledger verify --account A-000001-REV --quiet")).isZero();
        } finally {
            superuser.sql(change.formatted(-1, 1)).update();
        }
        assertThat(out.toString().replaceAll("\"millis\":\\d+", "\"millis\":N")).isEqualToNormalizingNewlines("""
                A-000001-GEN: CASH of the head: expected 95000.00, found 95001.00
                A-000001-GEN: BUFFER of the head: expected 5000.00, found 4999.00
                2 findings, first at A-000001-GEN
                {"clean":false,"accounts":3,"events":3,"movements":6,"netWorth":"500000.00","base":"500000.00",\
                "totals":{"CASH":"475000.00","BUFFER":"25000.00","TAX_RESERVE":"0.00","ALLOCATED_CONTRACTS":"0.00",\
                "ALLOCATED_SHARES":"0.00","ALLOCATED_LEAPS":"0.00","SECURITIES":"0.00","SHORT_OPTIONS":"0.00",\
                "TAX_PAYABLE":"0.00","SUSPENSE":"0.00","CAPITAL":"500000.00","TRANSFERS":"0.00","WITHDRAWALS":"0.00",\
                "PREMIUM":"0.00","GAINS_SHORT":"0.00","GAINS_LONG":"0.00","DIVIDENDS":"0.00","INTEREST":"0.00",\
                "FEES":"0.00","TAXES":"0.00"},"findings":2,"first":[\
                {"account":"A-000001-GEN","event":null,"what":"CASH of the head","expected":"95000.00","found":"95001.00"},\
                {"account":"A-000001-GEN","event":null,"what":"BUFFER of the head","expected":"5000.00","found":"4999.00"}],\
                "millis":N}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                                | EXIT | SAYS
             ledger verify --account A-000009-GEN | 5    | no account A-000009-GEN
             ledger verify --anchor 12ab          | 2    | --anchor: a digest has 64 hexadecimal digits: 12ab
             ledger verify --acount A-000001-GEN  | 2    | did you mean `--account`?
            """, useHeadersInDisplayName = true)
    void wrong_words_say_what_is_wrong(String words, int exit, String says) {
        assertThat(run(words)).isEqualTo(exit);
        assertThat(err.toString()).contains(says);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_anchor_of_no_run_is_a_finding() {
        assertThat(run("ledger verify --anchor " + "ab".repeat(32))).isEqualTo(1);
        assertThat(out.toString()).contains("ledger: anchor: expected a run with digest abab");
    }
}
