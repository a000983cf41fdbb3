package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One night of an account job as an operator sees it: two accounts are set aside, looked at, taken again and settled by hand. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepCommandTest {

    private static SweepNight night;

    @BeforeAll
    static void begin() {
        night = SweepNight.begun();
        night.refuse("A-000001-COM", "A-000002-GEN");
    }

    @AfterAll
    static void end() {
        night.close();
    }

    private static void assertAnswer(int exit, String words, String out) {
        assertThat(night.run(words)).as(night.typed.err()).isEqualTo(exit);
        assertThat(shown(night.typed.out())).isEqualTo(out);
    }

    /** What differs from night to night. */
    private static String shown(String out) {
        return out.replaceAll("[0-9a-f]{64}", "DIGEST")
                .replaceAll("\\d+\\.\\d s", "0.0 s")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME")
                .replaceAll("\"20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z\"", "\"TIME\"")
                .replaceAll("process \\d+ of \\S+ on \\S+", "PROCESS")
                .replaceAll("\"node\":\"[^\"]+\",\"pid\":\\d+,\"osUser\":\"[^\"]+\"", "PROCESS")
                .replaceAll("resolved by \\S+", "resolved by WHO")
                .replaceAll("\\([0-9a-f]{12}\\)", "(POLICY)");
    }

    private static void assertRefused(int exit, String words, String line) {
        assertThat(night.run(words)).isEqualTo(exit);
        assertThat(night.typed.out()).isEmpty();
        assertThat(shown(night.typed.err()))
                .hasLineCount(1)
                .startsWith("alluse: ")
                .contains(line);
    }

    @Test
    @Order(1)
    void a_run_says_what_it_came_to_and_how_to_go_on() {
        assertAnswer(3, "job run tax-and-buffer --date 2026-01-06", """
                tax-and-buffer of 2026-01-06  run 2  COMPLETED_WITH_SET_ASIDES in 0.0 s
                  accounts             9
                  posted               4
                  nothing              0
                  waiting              0
                  review               0
                  not eligible         3
                                       3  SAFE
                  set aside            2
                  CASH                 -2,680.00
                  BUFFER               280.00
                  TAX_RESERVE          2,400.00
                  TAX_PAYABLE          2,400.00
                  TRANSFERS            0.00
                  TAXES                2,400.00
                  digest               DIGEST
                """);
        assertThat(night.typed.err())
                .endsWith("alluse: run 2 set aside 2: see `alluse set-aside list --run 2`;"
                        + " `alluse job relaunch 2` takes exactly those\n");
        assertRefused(
                6,
                "job run tax-and-buffer --date 2026-01-06",
                "is already done: run 2 ended COMPLETED_WITH_SET_ASIDES at ");
    }

    @Test
    @Order(2)
    void what_is_set_aside_is_listed_with_its_reason() {
        String reason = "the database refuses it: ERROR: new row for relation \"account_head_p";
        assertThat(night.run("set-aside list")).isZero();
        assertThat(night.typed.out())
                .startsWith("RUN  JOB             DATE        PASS  ACCOUNT       STATE  REASON\n")
                .contains("  2  tax-and-buffer  2026-01-06     1  A-000001-COM  open   " + reason)
                .contains("  2  tax-and-buffer  2026-01-06     1  A-000002-GEN  open   " + reason)
                .hasLineCount(3);
        assertAnswer(0, "set-aside list --run 2 --account A-000002-GEN --quiet", "A-000002-GEN\n");
        assertThat(night.run("set-aside list --limit 1")).isZero();
        assertThat(night.typed.out()).hasLineCount(2);
        assertThat(night.typed.err()).isEqualTo("alluse: there are more; --limit N shows more of them, --json all\n");
        assertThat(night.run("set-aside list --json")).isZero();
        assertThat(night.typed.out())
                .contains(
                        "{\"run\":2,\"job\":\"tax-and-buffer\",\"date\":\"2026-01-06\",\"pass\":1,"
                                + "\"account\":\"A-000001-COM\",\"outcome\":\"setAside\",\"reason\":\"the database refuses it: ")
                .contains(
                        "\"shortBy\":null,\"takenIn\":null,\"resolvedAt\":null,\"resolvedBy\":null,\"resolution\":null}");
        assertAnswer(0, "set-aside list --run 1", "");
        assertThat(night.typed.err()).isEqualTo("alluse: nothing is set aside; --all shows what has been\n");
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
             WORDS                                                          | EXIT | LINE
             job run tax-and-bufer                                          | 5    | did you mean `tax-and-buffer`?
             job run tax-and-buffer --plan x.csv                            | 2    | tax-and-buffer does not take --plan: it reads no file
             job run tax-and-buffer --all-or-nothing                        | 2    | tax-and-buffer does not take --all-or-nothing: an account
             job run tax-and-buffer --out x.csv                             | 2    | tax-and-buffer does not take --out: without --dry-run
             job run tax-and-buffer --force                                 | 2    | tax-and-buffer does not take --force: without --dry-run
             job run tax-and-buffer --threads 65                            | 2    | --threads 65: expected 1 to 64
             job run tax-and-buffer --chunk 0                               | 2    | --chunk 0: expected 1 to 20000
             job run tax-and-buffer --chunk 20001                           | 2    | --chunk 20001: expected 1 to 20000
             job run tax-and-buffer --timeout soon                          | 2    | --timeout: not a time such as 90s, 15m, 2h or PT2H: soon
             job run tax-and-buffer --dry-run --out - --json                | 2    | --out - and --json both want standard output
             job run initial-capitalization --plan x.csv --chunk 5          | 2    | initial-capitalization does not take --chunk
             job run initial-capitalization --plan x.csv --out y.csv        | 2    | initial-capitalization does not take --out
             job run initial-capitalization --plan x.csv --force            | 2    | initial-capitalization does not take --force
             job relaunch 99                                                | 5    | no run 99; see `alluse job status`
             job relaunch 1                                                 | 6    | has ended COMPLETED at
             job relaunch 2 --date 2026-01-06                               | 2    | --date goes with the name of a job; run 2 has its own
             job relaunch 2 --chunk 0                                       | 2    | --chunk 0: expected 1 to 20000
             job relaunch tax-and-buffer                                    | 2    | needs --date YYYY-MM-DD, or the number of a run instead
             job relaunch tax-and-buffer --date 2026-01-07                  | 5    | no run of tax-and-buffer of 2026-01-07; begin it with `alluse job run
             job relaunch tax                                               | 5    | unknown job `tax`
             job relaunch initial-capitalization --date 2026-01-05          | 2    | a capital plan goes on with `alluse job run initial-capitalization --plan
             job stop 99                                                    | 5    | no run 99; see `alluse job status`
             job stop 2                                                     | 6    | run 2 has ended COMPLETED_WITH_SET_ASIDES at
             job stop 2 --timeout 5                                         | 2    | --timeout: not a time such as
             job status 99                                                  | 5    | no run 99; see `alluse job status`
             job status --limit 0                                           | 2    | --limit 0: at least one run
             job explain 99                                                 | 5    | no run 99; see `alluse job status`
             job explain 2 A-000099-GEN                                     | 5    | no account A-000099-GEN
             job explain 1 A-000001-GEN                                     | 2    | run 1 is of a capital plan; `alluse account history A-000001-GEN`
             set-aside list --run 99                                        | 5    | no run 99; see `alluse job status`
             set-aside list --account A-000099-GEN                          | 5    | no account A-000099-GEN
             set-aside list --limit 0                                       | 2    | --limit 0: at least one
             set-aside retry 99                                             | 5    | no run 99; see `alluse job status`
             set-aside resolve 2 A-000001-COM                               | 2    | Missing required option: '--reason=TEXT'
             set-aside resolve 99 A-000001-COM --reason x                   | 5    | no run 99; see `alluse job status`
             set-aside resolve 2 A-000099-GEN --reason x                    | 5    | no account A-000099-GEN
             set-aside resolve 2 A-000001-GEN --reason x                    | 5    | run 2 has not set A-000001-GEN aside; see `alluse set-aside list
            """, useHeadersInDisplayName = true)
    void what_cannot_be_is_refused_on_one_line(String words, int exit, String line) {
        assertRefused(exit, words, line);
    }

    @Test
    @Order(4)
    void a_reason_of_more_than_500_characters_is_refused() {
        assertRefused(
                2,
                "set-aside resolve 2 A-000001-COM --reason " + "x".repeat(501),
                "--reason: one to 500 characters that say why, found 501");
    }

    @Test
    @Order(5)
    void a_relaunch_takes_exactly_what_was_set_aside_and_counts_it_once() {
        assertAnswer(3, "job relaunch 2 --json", """
                {"schema":"alluse.run/1","run":2,"job":"tax-and-buffer","date":"2026-01-06","input":null,"pass":2,\
                "outcome":"COMPLETED_WITH_SET_ASIDES","population":9,"posted":4,"nothing":0,"waiting":0,"review":0,\
                "notEligible":3,"setAside":2,"reasons":{"notEligible":{"SAFE":3}},"money":{"CASH":"-2680.00",\
                "BUFFER":"280.00","TAX_RESERVE":"2400.00","TAX_PAYABLE":"2400.00","TAXES":"2400.00"},"transfers":"0.00",\
                "startedAt":"TIME","endedAt":"TIME","digest":"DIGEST","failure":null,"attempts":[\
                {"no":1,PROCESS,"startedAt":"TIME","endedAt":"TIME","outcome":"COMPLETED_WITH_SET_ASIDES","failure":null},\
                {"no":2,PROCESS,"startedAt":"TIME","endedAt":"TIME","outcome":"COMPLETED_WITH_SET_ASIDES","failure":null}]}
                """);
        assertThat(night.run("set-aside list --all")).isZero();
        assertThat(night.typed.out()).hasLineCount(5).contains("taken again in pass 2");
    }

    @Test
    @Order(6)
    void a_person_settles_one_and_the_audit_says_who_and_why() {
        assertAnswer(
                0,
                "set-aside resolve 2 A-000001-COM --reason moved",
                "A-000001-COM of run 2: resolved by WHO at TIME: moved\n");
        assertRefused(
                6, "set-aside resolve 2 A-000001-COM --reason again", "A-000001-COM of run 2 was resolved by WHO at ");
        assertThat(night.rows.of("select a.reason, a.run_id, e.subject, e.action from alluse.audit a"
                        + " join alluse.audit_entry e on e.audit_id = a.id where e.action like 'set-aside%'"))
                .containsExactly("moved 2 A-000001-COM set-aside resolved");
        assertThat(night.rows.of("select detail from alluse.audit_entry where action like 'set-aside%'"))
                .singleElement()
                .asString()
                .startsWith("run 2 of tax-and-buffer of 2026-01-06, pass 2: the database refuses it: ");
        assertAnswer(0, "set-aside list --quiet", "A-000002-GEN\n");
    }

    @Test
    @Order(7)
    void once_it_is_mended_a_retry_posts_what_was_left_over() {
        night.refuseNoLonger();
        assertAnswer(3, "set-aside retry 2", """
                tax-and-buffer of 2026-01-06  run 2  COMPLETED_WITH_SET_ASIDES in 0.0 s
                  accounts             9
                  posted               5
                  nothing              0
                  waiting              0
                  review               0
                  not eligible         3
                                       3  SAFE
                  set aside            1
                  CASH                 -3,350.00
                  BUFFER               350.00
                  TAX_RESERVE          3,000.00
                  TAX_PAYABLE          3,000.00
                  TRANSFERS            0.00
                  TAXES                3,000.00
                  digest               DIGEST
                  passes               3
                  attempts             3
                """);
        assertRefused(
                6,
                "set-aside resolve 2 A-000002-GEN --reason x",
                "A-000002-GEN of run 2 was taken again in pass 3; see `alluse job explain 2 A-000002-GEN`");
        assertRefused(
                6,
                "job relaunch tax-and-buffer --date 2026-01-06",
                "and what it set aside is resolved: nothing is left to take");
    }

    @Test
    @Order(8)
    void runs_are_shown_at_a_glance_and_one_in_full() {
        assertThat(night.run("job status")).isZero();
        assertThat(night.typed.out())
                .startsWith(
                        "RUN  JOB                     DATE        OUTCOME                    POPULATION  DONE  ASIDE  STARTED")
                .contains(
                        "  2  tax-and-buffer          2026-01-06  COMPLETED_WITH_SET_ASIDES           9  100%      1  ")
                .contains(
                        "  1  initial-capitalization  2026-01-05  COMPLETED                           3  100%      0  ");
        assertThat(night.run("job status 2")).isZero();
        assertThat(shown(night.typed.out()))
                .contains("  passes               3\n  attempts             3\n")
                .containsPattern("ATTEMPT  OUTCOME +STARTED \\(UTC\\) +TOOK  BY +FAILURE")
                .containsPattern("      3  COMPLETED_WITH_SET_ASIDES  TIME +0.0 s  PROCESS");
        assertThat(night.run("job status 2 --json")).isZero();
        assertThat(shown(night.typed.out()))
                .startsWith("[{\"schema\":\"alluse.run/1\",\"run\":2,")
                .endsWith("\"done\":1,\"total\":1,\"percent\":100,\"rate\":null,\"eta_s\":null,\"owner\":null}]\n");
        assertThat(night.run("job list")).isZero();
        assertThat(night.typed.out()).contains("tax-and-buffer            accrues tax, fills its reserve");
        assertAnswer(0, "job list --quiet", """
                initial-capitalization
                statement-import
                funding
                tax-and-buffer
                weekly-reinvestment
                quarterly-allocation
                order-intents
                fork-sweep
                merge-sweep
                consolidation-assessment
                hierarchy-check
                """);
    }

    @Test
    @Order(9)
    void a_run_is_explained_with_the_first_of_those_that_are_kept() {
        assertThat(night.run("job explain 2")).isZero();
        assertThat(shown(night.typed.out()))
                .startsWith("tax-and-buffer of 2026-01-06  run 2  COMPLETED_WITH_SET_ASIDES")
                .contains("A-000001-COM  set aside     1  the database refuses it: ")
                .contains("resolved by WHO at TIME: moved");
        assertThat(night.typed.err()).contains("one account: `alluse job explain 2 ACCOUNT`");
        assertThat(night.run("job explain 2 --json")).isZero();
        assertThat(night.typed.out()).contains("\"first\":[{\"run\":2,").contains("\"resolution\":\"moved\"");
        assertThat(night.run("job explain 1")).isZero();
        assertThat(night.typed.out()).contains("  rows                 3\n");
    }

    @Test
    @Order(10)
    void a_posting_is_explained_by_its_arithmetic() {
        assertAnswer(0, "job explain 2 A-000001-GEN", """
                A-000001-GEN in tax-and-buffer of 2026-01-06, run 2: posted as event 3
                  SETTLED under policy standard version 1 (POLICY)
                  TAX_PAYABLE → TAXES  600.00  effective 2026-01-06
                  CASH → TAX_RESERVE  600.00  effective 2026-01-06
                  CASH → BUFFER  70.00  effective 2026-01-06
                  because, on the account as it stood after event 2:
                    tax 2026: 30% of 2,000.00 = 600.00
                    tax: due 600.00, accrued before 0.00, accrues 600.00
                    reserve: tax payable 600.00, has 0.00, set aside 600.00
                    buffer: 5% of 101,400.00 = 5,070.00, has 5,000.00, refilled by 70.00
                """ + "  detail " + detail("A-000001-GEN") + "\n");
        assertThat(night.run("job explain 2 A-000001-GEN --json")).isZero();
        assertThat(shown(night.typed.out()))
                .startsWith(
                        "{\"schema\":\"alluse.explanation/1\",\"run\":2,\"job\":\"tax-and-buffer\",\"date\":\"2026-01-06\","
                                + "\"account\":\"A-000001-GEN\",\"outcome\":\"posted as event 3\",\"reached\":true,"
                                + "\"event\":{\"no\":3,\"kind\":\"SETTLED\",\"policyHash\":\"DIGEST\",\"movements\":["
                                + "{\"from\":\"TAX_PAYABLE\",\"to\":\"TAXES\",\"amount\":\"600.00\",\"effectiveDate\":\"2026-01-06\"},")
                .endsWith("\"agrees\":true}}\n");
    }

    private static String detail(String code) {
        return night.rows
                .of("select e.detail from alluse.event e join alluse.account a on a.id = e.account_id where a.code = '"
                        + code + "' and e.no = 3")
                .getFirst();
    }

    @Test
    @Order(11)
    void an_account_that_was_set_aside_and_then_posted_to_shows_both() {
        assertThat(night.run("job explain 2 A-000002-GEN")).isZero();
        assertThat(night.typed.out())
                .startsWith("A-000002-GEN in tax-and-buffer of 2026-01-06, run 2: posted as event 3\n"
                        + "  pass 1: set aside: the database refuses it: ")
                .contains("; taken again in pass 2\n  pass 2: set aside: the database refuses it: ")
                .contains("; taken again in pass 3\n  SETTLED under policy standard version 1 (")
                .contains("    tax: due 600.00, accrued before 0.00, accrues 600.00\n");
        assertThat(night.run("job explain 2 A-000001-COM")).isZero();
        assertThat(shown(night.typed.out()))
                .startsWith("A-000001-COM in tax-and-buffer of 2026-01-06, run 2: set aside\n")
                .contains("; resolved by WHO at TIME: moved\n")
                .contains(
                        "  decided again from the ledger as it stood after event 2, ACTIVE, under policy standard version 1 (")
                .contains("    tax: due 600.00, accrued before 0.00, accrues 600.00\n");
    }

    @Test
    @Order(12)
    void one_that_is_only_counted_is_decided_again_on_what_it_was_then() {
        assertThat(night.run("account map A-000003-GEN --reference G3 --date 2026-01-07"))
                .isZero();
        assertAnswer(0, "job explain 2 A-000003-GEN", """
                A-000003-GEN in tax-and-buffer of 2026-01-06, run 2: not eligible: SAFE
                  decided again from the ledger as it stood after event 2, SAFE, under policy standard version 1 (POLICY):
                    the rule acts on ACTIVE and FORKING accounts, not on SAFE
                """);
        assertThat(night.run("job run tax-and-buffer --date 2026-01-07 --quiet"))
                .isZero();
        assertThat(night.typed.out()).isEqualTo("3\n");
        assertAnswer(0, "job explain 3 A-000001-GEN", """
                A-000001-GEN in tax-and-buffer of 2026-01-07, run 3: nothing to do: tax, reserve and buffer are up to date
                  decided again from the ledger as it stood after event 3, ACTIVE, under policy standard version 1 (POLICY):
                    tax, reserve and buffer are up to date
                """);
        assertThat(night.run("job explain 3 A-000003-GEN")).isZero();
        assertThat(night.typed.out()).contains("run 3: posted as event 4\n");
        assertRefused(6, "job relaunch 3", "run 3 of tax-and-buffer of 2026-01-07 has ended COMPLETED at ");
    }

    @Test
    @Order(13)
    void an_account_that_was_opened_later_is_not_of_the_run() {
        night.database.capitalize("name,capital\nFour,500000\n");
        assertRefused(
                5,
                "job explain 2 A-000004-GEN",
                "A-000004-GEN is not among the accounts of run 2 of tax-and-buffer of 2026-01-06: it was opened later");
    }
}
