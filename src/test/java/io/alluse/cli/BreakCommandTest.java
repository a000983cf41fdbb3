package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash of the first GEN is 10 short, its TSLA are 5 too many, and the shared account of the second main has 1 too much. */
class BreakCommandTest {

    private CapitalizedDatabase capitalized;
    private Typed typed;
    private Rows rows;

    @BeforeEach
    void create() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,mapping,gen_reference,main_reference
                One,500000,,U1,
                Two,500000,per-main,,M2
                """);
        typed = Typed.on(capitalized);
        rows = Rows.of(capitalized.test().owner());
        broken("U1", "cash", "null", "99990.00", "100000.00");
        broken("U1", "position", "'TSLA'", "15", "10");
        broken("M2", "cash", "null", "500001.00", "500000.00");
    }

    private void broken(String reference, String kind, String instrument, String stated, String expected) {
        rows.execute("""
                insert into reconciliation_break (brokerage_id, kind, instrument, stated, expected, since, as_of, statement)
                select id, '%s', %s, %s, %s, '2026-01-30', '2026-01-30', 'january.csv' from brokerage_account
                where reference = '%s'""".formatted(kind, instrument, stated, expected, reference));
    }

    @AfterEach
    void drop() {
        capitalized.close();
    }

    @Test
    void breaks_are_listed_of_all_of_a_main_account_and_of_an_account() {
        assertThat(typed.run("break list")).isZero();
        assertThat(typed.out()).isEqualTo("""
                BREAK  ACCOUNT       WHAT     STATED   EXPECTED  DIFFERENCE  AS OF       STATE
                    1  A-000001-GEN  cash   99990.00  100000.00      -10.00  2026-01-30  open
                    2  A-000001-GEN  TSLA         15         10           5  2026-01-30  open
                    3  A-000002      cash  500001.00  500000.00        1.00  2026-01-30  open
                """);
        assertThat(typed.run("break list --account A-000001 --quiet")).isZero();
        assertThat(typed.out()).isEqualTo("1\n2\n");
        assertThat(typed.run("break list --account A-000002-REV --quiet")).isZero();
        assertThat(typed.out()).as("the one it shares").isEqualTo("3\n");
        assertThat(typed.run("break list --account A-000001-REV")).isZero();
        assertThat(typed.err()).isEqualTo("alluse: statements and ledger agree; --all shows breaks that have ended\n");
        assertThat(typed.run("break list --limit 1")).isZero();
        assertThat(typed.err()).contains("there are more");
    }

    @Test
    void a_person_explains_and_resolves_and_the_audit_says_who() {
        assertThat(typed.run("break explain 1 --reason fee")).isZero();
        assertThat(typed.out())
                .startsWith("break 1 of cash in A-000001-GEN: explained by ")
                .endsWith(": fee\n");
        assertThat(typed.run("break explain 1 --reason again")).isEqualTo(6);
        assertThat(typed.err()).contains("break 1 is explained, by ").contains("nothing was changed");
        assertThat(typed.run("break resolve 1 --reason paid --json")).isZero();
        assertThat(typed.out())
                .startsWith(
                        "{\"id\":1,\"account\":\"A-000001-GEN\",\"reference\":\"U1\",\"kind\":\"cash\",\"instrument\":null,"
                                + "\"stated\":\"99990.00\",\"expected\":\"100000.00\",\"difference\":\"-10.00\",")
                .contains("\"state\":\"resolved\",\"said\":\"paid\"");
        assertThat(typed.run("break list --quiet")).isZero();
        assertThat(typed.out()).isEqualTo("2\n3\n");
        assertThat(typed.run("break list --all --quiet")).isZero();
        assertThat(typed.out()).isEqualTo("1\n2\n3\n");
        assertThat(rows.of("""
                select e.subject, e.action, e.detail, a.reason from audit a join audit_entry e on e.audit_id = a.id
                where e.action like 'break%' order by a.id"""))
                .containsExactly(
                        "A-000001-GEN break explained break 1 of cash as of 2026-01-30: stated 99990.00, expected 100000.00 fee",
                        "A-000001-GEN break resolved break 1 of cash as of 2026-01-30: stated 99990.00, expected 100000.00 paid");
    }

    @Test
    void one_is_shown_with_what_to_do_next() {
        assertThat(typed.run("break show 2")).isZero();
        assertThat(typed.out()).isEqualTo("""
                break       2
                account     A-000001-GEN, U1 at the broker
                what        TSLA
                stated      15
                expected    10
                difference  5
                as of       2026-01-30 (since 2026-01-30)
                statement   january.csv
                state       open
                """);
        assertThat(typed.err()).isEqualTo("alluse: next: alluse break explain 2 --reason TEXT\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             break show 9                              | 5
             break explain 9 --reason x                | 5
             break explain 1                           | 2
             break list --account A-000099             | 5
             break list --limit 0                      | 2
             statement announcements --limit 0         | 2
             statement announcements --date tomorrow   | 2
            """)
    void wrong_words_have_their_codes(String words, int exit) {
        assertThat(typed.run(words)).isEqualTo(exit);
    }

    @Test
    void what_is_announced_is_listed_until_its_last_day_and_then_overdue() {
        assertThat(typed.run("statement announcements --date 2026-01-27 --limit 2"))
                .isZero();
        assertThat(typed.out()).isEqualTo("""
                ACCOUNT       EVENT  WAY  WHAT       ANNOUNCED   UNTIL       STATE
                A-000001-GEN      1  in   100000.00  2026-01-05  2026-01-27  open
                A-000001-REV      1  in   150000.00  2026-01-05  2026-01-27  open
                """);
        assertThat(typed.run("statement announcements --overdue --date 2026-01-27"))
                .isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("alluse: nothing is overdue on 2026-01-27\n");
        assertThat(typed.run("statement announcements --overdue --date 2026-01-28 --quiet"))
                .isZero();
        assertThat(typed.out().lines()).hasSize(6);
        assertThat(typed.run("statement announcements --date 2026-01-28 --limit 1 --json"))
                .isZero();
        assertThat(typed.out()).isEqualTo("""
                [
                {"account":"A-000001-GEN","event":1,"seq":1,"direction":"in","amount":"100000.00","instrument":null,\
                "quantity":null,"dated":"2026-01-05","until":"2026-01-27","overdue":true}
                ]
                """);
    }
}
