package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.TestDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of rules.md, section 3, from the lines of a plan to the rows of the ledger. */
class WorkedFiguresTest {

    private static final String PLAN = """
            name,capital,policy,mapping,split,overlays,opening_date,main_reference,gen_reference,rev_reference,com_reference
            Ten,10000000,standard,,,,2026-01-02,,X:1,X:2,X:3
            One,1000000,,,,,,,X:4,X:5,X:6
            Five,5000000,standard,per-account,20/30/50,,,,,,
            Quarter,250000,screenplay,,,,,,,,
            Odd,1000.01,,,33.3333/33.3333/33.3334,,,,,,
            Cent,0.01,,,,,,,,,
            All COM,100000,,,0/0/100,,,,,,
            Shared,500000,,per-main,,,,SHARED:1,,,
            Waiting,500000,,per-main,,,,,,,
            Overlaid,500000,,,,growth-focused+conservative,,,,,
            Partly,500000,constitution,,,,,,X:7,,
            """;

    private static TestDatabase database;
    private static CapitalizationReport report;
    private static Rows rows;

    @BeforeAll
    static void capitalize() {
        database = TestDatabase.create();
        try (PlanDesk desk = PlanDesk.on(database)) {
            report = desk.run(PLAN);
            rows = desk.rows();
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             MAIN     | TIER | STATE  | BASE       | INVESTABLE | BUFFER
             Ten      | GEN  | ACTIVE | 2000000.00 | 1900000.00 | 100000.00
             Ten      | REV  | ACTIVE | 3000000.00 | 2850000.00 | 150000.00
             Ten      | COM  | ACTIVE | 5000000.00 | 4750000.00 | 250000.00
             One      | GEN  | ACTIVE | 200000.00  | 190000.00  | 10000.00
             One      | REV  | ACTIVE | 300000.00  | 285000.00  | 15000.00
             One      | COM  | ACTIVE | 500000.00  | 475000.00  | 25000.00
             Five     | GEN  | SAFE   | 1000000.00 | 950000.00  | 50000.00
             Five     | REV  | SAFE   | 1500000.00 | 1425000.00 | 75000.00
             Five     | COM  | SAFE   | 2500000.00 | 2375000.00 | 125000.00
             Quarter  | GEN  | SAFE   | 100000.00  | 95000.00   | 5000.00
             Quarter  | REV  | SAFE   | 75000.00   | 71250.00   | 3750.00
             Quarter  | COM  | SAFE   | 75000.00   | 71250.00   | 3750.00
             Odd      | GEN  | SAFE   | 333.34     | 316.67     | 16.67
             Odd      | REV  | SAFE   | 333.33     | 316.66     | 16.67
             Odd      | COM  | SAFE   | 333.34     | 316.67     | 16.67
             Cent     | GEN  | SAFE   | 0.00       | 0.00       | 0.00
             Cent     | REV  | SAFE   | 0.00       | 0.00       | 0.00
             Cent     | COM  | SAFE   | 0.01       | 0.01       | 0.00
             All COM  | GEN  | SAFE   | 0.00       | 0.00       | 0.00
             All COM  | COM  | SAFE   | 100000.00  | 95000.00   | 5000.00
             Shared   | GEN  | ACTIVE | 100000.00  | 95000.00   | 5000.00
             Shared   | COM  | ACTIVE | 250000.00  | 237500.00  | 12500.00
             Waiting  | GEN  | SAFE   | 100000.00  | 95000.00   | 5000.00
             Overlaid | GEN  | SAFE   | 250000.00  | 230000.00  | 20000.00
             Overlaid | REV  | SAFE   | 125000.00  | 115000.00  | 10000.00
             Overlaid | COM  | SAFE   | 125000.00  | 115000.00  | 10000.00
             Partly   | GEN  | ACTIVE | 200000.00  | 190000.00  | 10000.00
             Partly   | REV  | SAFE   | 150000.00  | 142500.00  | 7500.00
             Partly   | COM  | SAFE   | 150000.00  | 142500.00  | 7500.00
            """, useHeadersInDisplayName = true)
    void an_account_opens_with_its_share(
            String main, String tier, String state, String base, String investable, String buffer) {
        assertThat(ofMain(main, "state, base, cash, buffer, last_no", "account_head", "account_id", "account_id"))
                .element(List.of("GEN", "REV", "COM").indexOf(tier))
                .isEqualTo(String.join(" ", state, base, investable, buffer, "1"));
    }

    @Test
    void main_accounts_and_their_accounts_are_numbered_by_the_rows() {
        assertThat(rows.of("select code, name, policy, mapping, capital, opened_on from main_account order by number"))
                .startsWith(
                        "A-000001 Ten standard per-account 10000000.00 2026-01-02",
                        "A-000002 One standard per-account 1000000.00 2026-01-05")
                .contains("A-000008 Shared standard per-main 500000.00 2026-01-05")
                .hasSize(11);
        assertThat(ofMain("Quarter", "code, tier, opened_on, parent_id", "account", "id", "t.id"))
                .containsExactly(
                        "A-000004-GEN GEN 2026-01-05 null",
                        "A-000004-REV REV 2026-01-05 null",
                        "A-000004-COM COM 2026-01-05 null");
    }

    @Test
    void the_first_event_of_an_account_tells_its_arithmetic() {
        assertThat(ofMain(
                        "Ten",
                        "no, rule, ref, business_date, effective_date, kind, base_change, state, run_id, detail",
                        "event",
                        "account_id",
                        "account_id"))
                .first()
                .isEqualTo(
                        "1 initial-capitalization opening 2026-01-05 2026-01-02 OPENED 2000000.00 ACTIVE "
                                + report.run().id()
                                + " {\"buffer\":\"100000\",\"bufferRate\":\"5%\",\"mainCapital\":\"10000000\",\"share\":\"20%\"}");
    }

    @Test
    void money_moves_from_capital_to_cash_to_buffer() {
        assertThat(movements("Ten"))
                .containsExactly(
                        "1 1 CAPITAL CASH 2000000.00 2026-01-02",
                        "1 2 CASH BUFFER 100000.00 2026-01-02",
                        "1 1 CAPITAL CASH 3000000.00 2026-01-02",
                        "1 2 CASH BUFFER 150000.00 2026-01-02",
                        "1 1 CAPITAL CASH 5000000.00 2026-01-02",
                        "1 2 CASH BUFFER 250000.00 2026-01-02");
        assertThat(movements("Cent")).containsExactly("1 1 CAPITAL CASH 0.01 2026-01-05");
        assertThat(movements("All COM"))
                .containsExactly("1 1 CAPITAL CASH 100000.00 2026-01-05", "1 2 CASH BUFFER 5000.00 2026-01-05");
    }

    @Test
    void opening_capital_is_announced() {
        assertThat(announcements("One"))
                .containsExactly(
                        "1 1 in 200000.00 2026-01-05 open",
                        "1 1 in 300000.00 2026-01-05 open",
                        "1 1 in 500000.00 2026-01-05 open");
        assertThat(announcements("All COM")).containsExactly("1 1 in 100000.00 2026-01-05 open");
    }

    @Test
    void brokerage_accounts_are_requested_or_confirmed() {
        assertThat(brokerage("Ten"))
                .containsExactly(
                        "per-account X:1 confirmed 2026-01-02 2026-01-02",
                        "per-account X:2 confirmed 2026-01-02 2026-01-02",
                        "per-account X:3 confirmed 2026-01-02 2026-01-02");
        assertThat(brokerage("Partly"))
                .containsExactly(
                        "per-account X:7 confirmed 2026-01-05 2026-01-05",
                        "per-account null requested 2026-01-05 null",
                        "per-account null requested 2026-01-05 null");
        assertThat(brokerage("Shared")).containsExactly("per-main SHARED:1 confirmed 2026-01-05 2026-01-05");
        assertThat(brokerage("Waiting")).containsExactly("per-main null requested 2026-01-05 null");
    }

    @Test
    void what_the_plan_changes_about_the_policy_is_kept() {
        assertThat(overrides("Five"))
                .containsExactly(
                        "2026-01-05 tiers.GEN.split 20 plan",
                        "2026-01-05 tiers.REV.split 30 plan",
                        "2026-01-05 tiers.COM.split 50 plan",
                        "2026-01-05 mapping per-account plan");
        assertThat(overrides("Overlaid"))
                .contains(
                        "2026-01-05 tiers.GEN.split 50 overlay growth-focused",
                        "2026-01-05 buffer 8 overlay conservative");
        assertThat(overrides("Ten")).isEmpty();
    }

    @Test
    void every_policy_that_an_event_names_is_on_record() {
        assertThat(rows.number("select count(*) from event e left join policy p on p.hash = e.policy_hash"
                        + " where p.hash is null"))
                .isZero();
        assertThat(rows.of("select name, version from policy where base order by name"))
                .containsExactly("constitution 1", "screenplay 1", "standard 1");
    }

    @Test
    void the_audit_names_the_plan_and_every_main_account() {
        assertThat(rows.of("select a.run_id, e.subject, e.action from audit a join audit_entry e on e.audit_id = a.id"
                        + " order by e.subject limit 2"))
                .containsExactly(
                        report.run().id() + " A-000001 opened", report.run().id() + " A-000002 opened");
        assertThat(rows.number("select count(*) from audit")).isOne();
        assertThat(rows.number("select count(*) from audit_entry")).isEqualTo(11);
    }

    @Test
    void the_report_adds_up() {
        assertThat(report.run().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(List.of(report.run().population(), report.opened(), report.accounts()))
                .containsExactly(11L, 11L, 33L);
        assertThat(report.totals().natural(LedgerAccount.CAPITAL)).hasToString("18351000.02");
        assertThat(report.totals().natural(LedgerAccount.BUFFER)).hasToString("932550.01");
        assertThat(report.totals().natural(LedgerAccount.CASH)).hasToString("17418450.01");
    }

    @Test
    void the_ledger_verifies_with_the_runs_digest_as_its_anchor() {
        assertThat(rows.isClean(report.run().digest())).isTrue();
    }

    private static List<String> ofMain(String main, String columns, String table, String id, String order) {
        return rows.ofMain(main, columns, table, id, order);
    }

    private static List<String> movements(String main) {
        return ofMain(
                main,
                "event_no, seq, from_account, to_account, amount, effective_date",
                "movement",
                "account_id",
                "account_id, seq");
    }

    private static List<String> announcements(String main) {
        return ofMain(
                main, "event_no, seq, direction, amount, dated, state", "announcement", "account_id", "account_id");
    }

    private static List<String> brokerage(String main) {
        return ofMain(
                main, "t.mapping, reference, state, requested_on, confirmed_on", "brokerage_account", "id", "t.id");
    }

    private static List<String> overrides(String main) {
        return ofMain(main, "effective_on, key, value, source", "account_override", "subject_id", "t.id");
    }
}
