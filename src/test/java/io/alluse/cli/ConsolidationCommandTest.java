package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.Accounts;
import io.alluse.performance.ClosedDays;
import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A forked account that earns too little, as an operator meets it. */
class ConsolidationCommandTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 1);

    private static CapitalizedDatabase database;
    private static SweepDesk desk;
    private static Typed typed;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,375000,G1,R1,C1
                """);
        desk = SweepDesk.on(database);
        typed = Typed.on(database);
        desk.earn(List.of(new Accounts(desk.session()).account("A-000001-GEN").id()), "52000", SweepDesk.DAY.date());
        run(0, "job run fork-sweep --date 2026-01-06 --quiet");
        run(0, "account map A-000001-GEN-1-GEN --reference G2 --date 2026-01-07");
        run(0, "account map A-000001-GEN-1-COM --reference C2 --date 2026-01-07");
        ClosedDays closed = ClosedDays.on(desk, FRIDAY);
        for (String code : List.of("A-000001-GEN", "A-000001-REV", "A-000001-COM", "A-000001-GEN-1-COM")) {
            closed.of(code, 80, "0.001 0.0004", "0.3");
        }
        closed.of("A-000001-GEN-1-GEN", 80, "-0.001", "0.3");
    }

    @AfterAll
    static void drop() {
        desk.close();
        database.close();
    }

    private static String run(int exit, String words) {
        assertThat(typed.run(words)).as(words + ": " + typed.err()).isEqualTo(exit);
        return typed.out();
    }

    @Test
    void from_the_assessment_to_the_account_that_is_given_up_and_back() {
        assertThat(run(0, "job run consolidation-assessment --dry-run --out - --date 2026-05-01"))
                .contains("A-000001-GEN-1-GEN,GEN,ACTIVE,standard,REVIEW,")
                .contains("into parent A-000001-GEN: saves 500.00 and improves");
        assertThat(run(0, "consolidation list")).isEmpty();
        assertThat(typed.err()).contains("nothing is recommended; --all shows what was");
        run(0, "job run consolidation-assessment --date 2026-05-01");
        assertThat(run(0, "job explain " + desk.number("select max(id) from run") + " A-000001-GEN-1-GEN"))
                .contains("triggers: underperformance")
                .contains("80 days of closes: -22.2853% a year");
        assertThat(run(0, "consolidation list")).isEqualTo("""
                NO  ACCOUNT             WHERE                WHY               CONFIDENCE  URGENCY  GOOD UNTIL  STATE
                 1  A-000001-GEN-1-GEN  parent A-000001-GEN  underperformance      0.9668  high     2026-05-08  open
                """);
        assertThat(run(0, "consolidation show 1"))
                .contains("saving       500.00 a year")
                .contains("urgency      high, by 2026-05-02")
                .contains("good until   2026-05-08");
        assertThat(typed.err()).contains("next: alluse consolidation approve 1 --reason TEXT, or reject");
        run(4, "consolidation approve 1 --reason fine --date 2026-05-01");
        assertThat(typed.err()).contains("another user has to decide it; nothing was changed");
        run(4, "consolidation execute 1 --reason fine --date 2026-05-01");
        assertThat(typed.err()).contains("recommendation 1 cannot be executed: nobody has approved it");
        desk.tamper("update consolidation set asked_by = 'scheduler'");
        run(0, "consolidation approve 1 --reason fine --date 2026-05-01");
        assertThat(typed.err()).contains("next: alluse consolidation execute 1 --reason TEXT");
        assertThat(run(0, "consolidation execute 1 --reason agreed --date 2026-05-04"))
                .contains("recommendation 1: A-000001-GEN-1-GEN, parent A-000001-GEN, is executed on 2026-05-04");
        assertThat(run(0, "consolidation show 1")).contains("the close of 2026-05-04, kept as A-000001-GEN-M1");
        assertThat(run(0, "account show A-000001-GEN-1-GEN")).contains("MERGING");
        run(6, "consolidation approve 1 --reason fine --date 2026-05-04");
        run(0, "consolidation reverse 1 --reason wrong --date 2026-05-04");
        assertThat(run(0, "consolidation list --all --account A-000001 --json"))
                .contains("\"state\":\"reversed\"")
                .contains("\"merge\":\"A-000001-GEN-M1\"")
                .contains("\"reversedOn\":\"2026-05-04\"");
        assertThat(run(0, "account show A-000001-GEN-1-GEN")).contains("ACTIVE");
        run(0, "ledger verify");
        whatIsTypedWrong();
    }

    private static void whatIsTypedWrong() {
        run(5, "consolidation show 99");
        assertThat(typed.err()).contains("no recommendation 99; see `alluse consolidation list --all`");
        run(5, "consolidation execute 99 --reason no");
        run(5, "consolidation request A-000099-GEN --reason no --date 2026-05-01");
        run(2, "consolidation request A-000001-GEN --amount x --reason no --date 2026-05-01");
        assertThat(typed.err()).contains("--amount x: expected dollars and cents such as 12500.00");
        run(2, "consolidation request A-000001-GEN --amount -1 --reason no --date 2026-05-01");
        run(2, "consolidation request A-000001-GEN --position ?? --reason no --date 2026-05-01");
        run(2, "consolidation request A-000001-GEN --to A-000001-COM --to-new --reason no");
        run(4, "consolidation request A-000001-GEN --reason no --date 2026-05-01");
        assertThat(typed.err())
                .contains("no consolidation of A-000001-GEN is recommended: its main account stands on it");
        run(2, "job run consolidation-assessment --date 2026-04-30");
        assertThat(run(
                        0,
                        "consolidation request A-000001-GEN --amount 1000 --to A-000001-COM --reason idle --quiet"
                                + " --date 2026-05-01"))
                .isEqualTo("2\n");
        run(6, "consolidation request A-000001-GEN --amount 1000 --reason idle --date 2026-05-01");
    }
}
