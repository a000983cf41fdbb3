package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.sweep.SweepDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GEN of base 75,000 with a surplus of 52,000, and one that is scored, as an operator meets them. */
class ForkCommandTest {

    private static final String HEADER = "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\","
            + "\"Description\",\"Trans Code\",\"Quantity\",\"Price\",\"Amount\"\n";

    @TempDir
    private Path dir;

    private CapitalizedDatabase database;
    private SweepDesk desk;
    private Typed typed;

    @BeforeEach
    void create() {
        database = CapitalizedDatabase.of("""
                name,capital,policy,gen_reference,rev_reference,com_reference
                One,375000,standard,G1,R1,C1
                Two,200000,constitution,G2,R2,C2
                """);
        desk = SweepDesk.on(database);
        typed = Typed.on(database);
        earn("A-000001-GEN", "52000");
        earn("A-000002-GEN", "30000");
    }

    private void earn(String code, String amount) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        desk.earn(List.of(id), amount, SweepDesk.DAY.date());
    }

    @AfterEach
    void drop() {
        desk.close();
        database.close();
    }

    @Test
    void a_dry_run_shows_what_would_fork_and_writes_nothing() {
        assertThat(typed.run("job run fork-sweep --dry-run --out - --date 2026-01-06"))
                .isZero();
        assertThat(typed.out())
                .contains("A-000001-GEN,GEN,ACTIVE,standard,POSTED,,,1,CASH,TRANSFERS,26000.00")
                .contains(
                        "A-000002-GEN,GEN,ACTIVE,constitution,REVIEW,score 0.6500: a person decides until 2026-01-13");
        assertThat(typed.out())
                .contains(
                        "A-000001-GEN-1-COM,COM,,standard,POSTED,opened by fork A-000001-GEN-1,,1,TRANSFERS,CASH,26000.00")
                .contains(
                        "A-000001-GEN-1-COM,COM,,standard,POSTED,opened by fork A-000001-GEN-1,,2,CASH,BUFFER,1300.00");
        assertThat(typed.run(
                        "job run fork-sweep --dry-run --date 2026-01-06 --json --force --out " + dir.resolve("f.csv")))
                .isZero();
        assertThat(typed.out()).contains("\"posted\":1,").doesNotContain("TRANSFERS");
        assertThat(desk.number("select count(*) from fork")).isZero();
        assertThat(desk.number("select count(*) from decision")).isZero();
    }

    @Test
    void the_brokers_journal_lines_settle_what_a_fork_announces() throws IOException {
        assertThat(typed.run("job run fork-sweep --date 2026-01-06")).isZero();
        assertThat(typed.run("job status 2 --json")).isZero();
        assertThat(typed.out()).contains("\"done\":6,\"total\":6,\"percent\":100,");
        assertThat(typed.run("job explain 2 A-000001-GEN")).isZero();
        assertThat(typed.out())
                .contains("net worth 127,000.00, base 75,000.00, surplus 52,000.00")
                .contains("threshold 50,000.00 is reached: 52,000.00 to GEN 26,000.00, COM 26,000.00");
        assertThat(typed.run("fork list")).isZero();
        assertThat(typed.out()).isEqualTo("""
                FORK            DATE           AMOUNT  ACCOUNTS  MAPPED  STATE
                A-000001-GEN-1  2026-01-06  52,000.00         2  0 of 2  awaiting
                """);
        assertThat(typed.run("account map A-000001-GEN-1-GEN --reference G3 --date 2026-01-07"))
                .isZero();
        assertThat(typed.run("account map A-000001-GEN-1-COM --reference C3 --date 2026-01-07"))
                .isZero();
        assertThat(typed.run("fork show A-000001-GEN-1")).isZero();
        assertThat(typed.out()).contains("state        done on 2026-01-07").contains("\"surplusAfter\":\"0\"");
        arrives("A-000001-GEN-1-GEN", "$26000.00");
        arrives("A-000001-GEN-1-COM", "$26000.00");
        arrives("A-000001-GEN", "($26000.00)", "($26000.00)");
        assertThat(desk.rows("select state, count(*) from announcement where dated = '2026-01-06' group by 1"))
                .containsExactly("settled 4");
        assertThat(typed.run("fork reverse A-000001-GEN-1 --reason late")).isEqualTo(6);
    }

    private void arrives(String account, String... amounts) throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (String amount : amounts) {
            lines.append("\"1/8/2026\",\"1/8/2026\",\"1/8/2026\",\"\",\"Journal %s\",\"ITRF\",\"\",\"\",\"%s\"%n"
                    .formatted(account, amount));
        }
        Path file = Files.writeString(dir.resolve(account + ".csv"), lines);
        int exit = typed.run("statement import " + file + " --account " + account + " --date 2026-01-08");
        assertThat(exit).as(typed.out() + typed.err()).isZero();
    }

    @Test
    void a_fork_is_taken_back_on_the_command_line() {
        assertThat(typed.run("job run fork-sweep --date 2026-01-06 --quiet")).isZero();
        assertThat(typed.run("fork reverse A-000001-GEN-1 --reason declined --date 2026-01-07"))
                .isZero();
        assertThat(typed.out())
                .isEqualTo("fork A-000001-GEN-1 is reversed on 2026-01-07: 52,000.00 is back on A-000001-GEN\n");
        assertThat(typed.run("fork list --state reversed --quiet")).isZero();
        assertThat(typed.out()).isEqualTo("A-000001-GEN-1\n");
        assertThat(typed.run("fork list --state odd")).isEqualTo(2);
        assertThat(typed.run("fork show A-000001-GEN-7")).isEqualTo(5);
        assertThat(typed.run("fork list --account A-000001 --json")).isZero();
        assertThat(typed.out()).contains("\"state\":\"reversed\"").contains("\"transfer\":\"A-000001-GEN/3/1\"");
    }

    @Test
    void nobody_decides_what_he_asked() {
        assertThat(typed.run("job run fork-sweep --date 2026-01-06 --quiet")).isZero();
        assertThat(typed.run("decision list --quiet")).isZero();
        String id = typed.out().strip();
        assertThat(typed.run("decision show " + id)).isZero();
        assertThat(typed.out())
                .contains("fork of A-000002-GEN over 100,000.00")
                .contains("0.6500: for a person to decide")
                .contains("\"flag\":\"no data\"");
        assertThat(typed.run("decision approve " + id + " --reason fine --date 2026-01-07"))
                .isEqualTo(4);
        assertThat(typed.err()).contains("another user has to decide it");
        desk.tamper("update decision set asked_by = 'scheduler'");
        assertThat(typed.run("decision approve " + id + " --reason fine --date 2026-01-07"))
                .isZero();
        assertThat(typed.run("decision reject " + id + " --reason no --date 2026-01-07"))
                .isEqualTo(6);
        assertThat(typed.run("job run fork-sweep --date 2026-01-07 --quiet")).isZero();
        assertThat(desk.rows("select state from decision")).containsExactly("DONE");
        assertThat(typed.run("decision show 99")).isEqualTo(5);
    }
}
