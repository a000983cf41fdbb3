package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountReports;
import io.alluse.report.Ties;
import io.alluse.sweep.SweepDesk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A family whose money has gone down two generations, back up, and sideways, as {@code account tree} shows it. */
class AccountTreeTest {

    private static final String TREE = """
            A-000001  One  standard  7 accounts in 3 generations
            ├─ A-000001-GEN  ACTIVE  59,400.00
            │  └─ fork 1 of 2026-01-06, done: 52,000.00
            │     ├─ A-000001-GEN-1-GEN  FORKING  11,000.00  received 26,000.00
            │     │  └─ fork 1 of 2026-01-07, awaiting: 50,000.01
            │     │     ├─ A-000001-GEN-1-GEN-1-GEN  SAFE  25,000.01  received 25,000.01
            │     │     └─ A-000001-GEN-1-GEN-1-COM  SAFE  25,000.00  received 25,000.00
            │     └─ A-000001-GEN-1-COM  ACTIVE  26,000.00  received 26,000.00
            ├─ A-000001-REV  FORKING  -37,500.00
            │  └─ fork 1 of 2026-01-06, awaiting: 500,000.00 to main account A-000001-REV-1
            └─ A-000001-COM  ACTIVE  187,500.00
            A-000002  Two  standard  5 accounts in 2 generations
            ├─ A-000002-GEN  ACTIVE  111,400.00
            │  └─ fork 1 of 2026-01-06, reversed: 52,000.00
            │     ├─ A-000002-GEN-1-GEN  CLOSED  0.00  received 26,000.00, gave back 26,000.00
            │     └─ A-000002-GEN-1-COM  CLOSED  0.00  received 26,000.00, gave back 26,000.00
            ├─ A-000002-REV  ACTIVE  111,500.00  gave 1,000.00 to A-000002-COM
            └─ A-000002-COM  ACTIVE  188,500.00
            A-000003  Three  standard  5 accounts in 2 generations
            ├─ A-000003-GEN  ACTIVE  59,400.00
            │  └─ fork 1 of 2026-01-06, done: 52,000.00
            │     ├─ A-000003-GEN-1-GEN  MERGING  0.00  received 26,000.00, merged into A-000003-COM on 2026-01-08: 26,000.00
            │     └─ A-000003-GEN-1-COM  MERGING  0.00  received 26,000.00, merged into A-000003-COM on 2026-01-08: 586,000.00
            ├─ A-000003-REV  ACTIVE  112,500.00
            └─ A-000003-COM  ACTIVE  799,500.00
            A-000001-REV-1  A-000001-REV-1  standard
            ├─ A-000001-REV-1-GEN  SAFE  100,000.00  received 100,000.00 from A-000001-REV
            ├─ A-000001-REV-1-REV  SAFE  150,000.00  received 150,000.00 from A-000001-REV
            └─ A-000001-REV-1-COM  SAFE  250,000.00  received 250,000.00 from A-000001-REV
            """;
    private static final String NARROW = """
            A-000003  Three  standard
            5 accounts in 2 generations
            ├─ A-000003-GEN  ACTIVE  59,400.00
            │  └─ fork 1 of 2026-01-06, done: 52,000.00
            │     ├─ A-000003-GEN-1-GEN  MERGING  0.00
            │     │     received 26,000.00
            │     │     merged into A-000003-COM on 2026-01…
            │     └─ A-000003-GEN-1-COM  MERGING  0.00
            │           received 26,000.00
            │           merged into A-000003-COM on 2026-01…
            ├─ A-000003-REV  ACTIVE  112,500.00
            └─ A-000003-COM  ACTIVE  799,500.00
            """;

    @Test
    void the_tree_shows_forks_generations_and_the_money_that_went_along() {
        try (CapitalizedDatabase database = CapitalizedDatabase.of("""
                        name,capital,gen_reference,rev_reference,com_reference
                        One,375000,G1,R1,C1
                        Two,375000,G2,R2,C2
                        Three,375000,G4,R4,C4
                        """);
                SweepDesk desk = SweepDesk.on(database)) {
            Typed typed = Typed.on(database);
            earn(desk, "A-000001-GEN", "52000");
            earn(desk, "A-000001-REV", "500000");
            earn(desk, "A-000002-GEN", "52000");
            earn(desk, "A-000003-GEN", "52000");
            run(typed, "job run fork-sweep --date 2026-01-06 --quiet");
            run(typed, "fork reverse A-000002-GEN-1 --reason declined --date 2026-01-07");
            run(typed, "account map A-000001-GEN-1-GEN --reference G3 --date 2026-01-07");
            run(typed, "account map A-000001-GEN-1-COM --reference C3 --date 2026-01-07");
            earn(desk, "A-000001-GEN-1-GEN", "50000.01");
            run(typed, "job run fork-sweep --date 2026-01-07 --quiet");
            run(typed, "account map A-000003-GEN-1-GEN --reference G5 --date 2026-01-07");
            run(typed, "account map A-000003-GEN-1-COM --reference C5 --date 2026-01-07");
            earn(desk, "A-000003-GEN-1-COM", "800000");
            run(typed, "job run tax-and-buffer --date 2026-01-08 --quiet");
            run(typed, "job run merge-sweep --date 2026-01-08 --quiet");
            run(typed, "transfer make A-000002-REV A-000002-COM 1000 --reason test --date 2026-01-08");
            run(typed, "account tree");
            assertThat(typed.out()).isEqualTo(TREE);
            run(typed, "job run hierarchy-check --date 2026-01-08 --quiet");
            run(typed, "account tree A-000003 --json");
            assertThat(typed.out())
                    .contains("\"generation\":2,\"forked\":[],\"merged\":[{\"merge\":\"A-000003-COM-M1\",")
                    .contains("{\"from\":\"A-000003-GEN\",\"to\":\"A-000003-GEN-1-GEN\",\"amount\":\"26000.00\",")
                    .contains("{\"from\":\"A-000003-COM\",\"to\":\"A-000003-GEN-1-COM\",\"amount\":\"240000.00\",");
            assertThat(narrow(desk, "A-000003")).isEqualTo(NARROW);
        }
    }

    private static String narrow(SweepDesk desk, String main) {
        StringWriter text = new StringWriter();
        AccountReports reports = new AccountReports(desk.session());
        List<AccountLine> lines = reports.tree(main, null, 1);
        Ties ties = reports.ties(List.of(lines.getFirst().id().main()));
        TreeText.print(new PrintWriter(text), FamilyTree.of(lines, ties).getFirst(), 48);
        return text.toString();
    }

    private static void run(Typed typed, String words) {
        int exit = typed.run(words);
        assertThat(exit).as(words + ": " + typed.err()).isZero();
    }

    private static void earn(SweepDesk desk, String code, String amount) {
        AccountId id = new Accounts(desk.session()).account(code).id();
        desk.earn(List.of(id), amount, SweepDesk.DAY.date());
    }
}
