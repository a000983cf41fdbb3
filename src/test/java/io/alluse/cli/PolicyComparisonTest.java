package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a week or a quarter would post under B instead of A, by the real rule on the real reading (docs/rules.md 2, 5.4, 5.5). */
class PolicyComparisonTest {

    private static final String WEEK = "policy diff standard constitution --date 2026-01-09";
    private static final String PLAN = """
            name,capital,policy,overlays,gen_reference,rev_reference,com_reference
            One,500000,standard,,G1,R1,C1
            Two,500000,constitution,,G2,R2,C2
            Careful,500000,standard,conservative,G3,R3,C3
            Waiting,500000,standard,,,,
            """;

    private static CapitalizedDatabase database;
    private static SweepDesk desk;
    private static Typed typed;

    @BeforeAll
    static void begin() {
        database = CapitalizedDatabase.of(PLAN);
        desk = SweepDesk.on(database);
        typed = Typed.on(database);
        desk.earn("2000", LocalDate.parse("2026-01-07"));
    }

    @AfterAll
    static void end() {
        desk.close();
        database.close();
    }

    /** Every main account under A, then under B, whatever it follows today; the overlay of one of them stays on top. */
    @Test
    void it_says_for_all_accounts_what_another_policy_would_post() {
        assertThat(typed.run(WEEK)).as(typed.err()).isZero();
        assertThat(typed.out()).isEqualToNormalizingNewlines("""
                weekly-reinvestment of 2026-01-09  A: standard  B: constitution  compared, nothing was posted
                3 of 12 accounts differ

                OUTCOME       A  B
                posted        3  0
                nothing       6  9
                waiting       0  0
                review        0  0
                not eligible  3  3
                set aside     0  0

                TIER  ACCOUNT                      A     B   B LESS A
                GEN   CASH                 -6,252.00  0.00   6,252.00
                GEN   BUFFER                  252.00  0.00    -252.00
                GEN   TAX_RESERVE           1,800.00  0.00  -1,800.00
                GEN   ALLOCATED_CONTRACTS   4,200.00  0.00  -4,200.00
                GEN   TAX_PAYABLE           1,800.00  0.00  -1,800.00
                GEN   TAXES                 1,800.00  0.00  -1,800.00

                accounts that come to another outcome
                ACCOUNTS  UNDER A  UNDER B
                       3  posted   nothing: its policy reinvests nothing weekly

                the largest differences
                ACCOUNT       TIER    AMOUNT  B LESS A
                A-000003-GEN  GEN   2,712.00  CASH 2,112.00, BUFFER -112.00, TAX_RESERVE -600.00, ALLOCATED_CONTRACTS -1,400.00, TAX_PAYABLE -600.00, TAXES -600.00
                A-000001-GEN  GEN   2,670.00  CASH 2,070.00, BUFFER -70.00, TAX_RESERVE -600.00, ALLOCATED_CONTRACTS -1,400.00, TAX_PAYABLE -600.00, TAXES -600.00
                A-000002-GEN  GEN   2,670.00  CASH 2,070.00, BUFFER -70.00, TAX_RESERVE -600.00, ALLOCATED_CONTRACTS -1,400.00, TAX_PAYABLE -600.00, TAXES -600.00
                """);
    }

    @Test
    void the_same_as_json() {
        assertThat(typed.run(WEEK + " --json")).isZero();
        assertThat(typed.out())
                .startsWith("{\"schema\":\"alluse.policy-comparison/1\",\"job\":\"weekly-reinvestment\","
                        + "\"date\":\"2026-01-09\",\"a\":\"standard\",\"b\":\"constitution\",\"population\":12,"
                        + "\"differing\":3,\"underA\":{\"population\":12,\"posted\":3,");
    }

    /** Shares or contracts, and the parts of a quarter, are the policies' to say; what is settled otherwise is taxed otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             COMPARED                                                                          | SAYS
             standard constitution --date 2026-03-31 --job quarterly-allocation                | COM   ALLOCATED_SHARES      3,150.00       0.00  -3,150.00
             standard constitution --date 2026-03-31 --job quarterly-allocation                | COM   ALLOCATED_CONTRACTS       0.00   3,150.00   3,150.00
             standard standard --overlay-b conservative --date 2026-01-07 --job tax-and-buffer | B: standard with conservative
             standard standard --overlay-b conservative --date 2026-01-07 --job tax-and-buffer | A-000001-COM  COM   7,542.00  CASH -7,542.00, BUFFER 7,542.00
             standard screenplay --date 2026-01-09                                             | 0 of 12 accounts differ
            """, useHeadersInDisplayName = true)
    void every_account_job_can_be_compared(String compared, String says) {
        assertThat(typed.run("policy diff " + compared)).isZero();
        assertThat(typed.out()).contains(says);
    }

    /** The side of the policy that all of them follow is what the dry run says. */
    @Test
    void under_the_policy_that_all_follow_it_is_the_dry_run() {
        try (CapitalizedDatabase all = CapitalizedDatabase.ofMains(1);
                SweepDesk alike = SweepDesk.on(all)) {
            alike.tamper("update account_head set state = 'ACTIVE'");
            alike.earn("1234.56", LocalDate.parse("2026-01-07"));
            Typed there = Typed.on(all);
            assertThat(there.run("job run weekly-reinvestment --date 2026-01-09 --dry-run --out - --quiet"))
                    .isZero();
            assertThat(there.out())
                    .contains("A-000001-GEN,GEN,ACTIVE,standard,POSTED,,,4,CASH,ALLOCATED_CONTRACTS,864.19,2026-01-09");
            assertThat(there.run(WEEK)).isZero();
            assertThat(there.out()).contains("GEN   ALLOCATED_CONTRACTS     864.19  0.00   -864.19");

            assertThat(there.run("job run weekly-reinvestment --date 2026-01-16 --quiet"))
                    .isZero();
            for (String date : List.of("2026-01-09", "2026-01-16")) {
                assertThat(there.run("policy diff standard constitution --date " + date))
                        .isEqualTo(6);
                assertThat(there.err())
                        .startsWith("alluse: weekly-reinvestment of " + date
                                + " comes too late: run 2 has closed 2026-01-16, and what is posted since");
            }
            assertThat(there.run("job run weekly-reinvestment --date 2026-01-09 --dry-run --out -"))
                    .isEqualTo(6);
            assertThat(there.run("job run weekly-reinvestment --date 2026-01-16 --dry-run --out -"))
                    .isEqualTo(3);
            assertThat(there.out()).contains("SET_ASIDE,its period has been closed on 2026-01-16 already");
        }
    }

    @Test
    void it_leaves_no_trace() {
        Rows rows = Rows.of(database.test().owner());
        Map<String, Long> counts = rows.counts();
        List<String> chains = rows.chains();
        assertThat(typed.run(WEEK + " --quiet")).isZero();
        assertThat(rows.counts()).isEqualTo(counts);
        assertThat(rows.chains()).isEqualTo(chains);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             WORDS                                                                  | EXIT | SAYS
             policy diff standard constitution --job tax-and-buffer                 | 2    | --job tax-and-buffer needs --date
             policy diff standard constitution --date 2026-01-09 --job fork         | 2    | --job fork: expected one of tax-and-buffer, weekly-reinvestment, quarterly-allocation
             policy diff standard constitution --date 2026-01-08                    | 2    | weekly-reinvestment: 2026-01-08 is not the last business day of its week; give --date 2026-01-09
             policy diff standard nobody --date 2026-01-09                          | 5    | unknown policy `nobody`
            """, useHeadersInDisplayName = true)
    void what_cannot_be_compared_is_refused(String words, int exit, String says) {
        assertThat(typed.run(words)).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).startsWith("alluse: ").contains(says);
    }
}
