package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that options take: in whatever case, and told where another one was given. */
class WordsTest {

    private static CapitalizedDatabase database;
    private static Typed typed;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.of("name,capital,gen_reference\nOne,500000,G:1\n");
        typed = Typed.on(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', useHeadersInDisplayName = true, textBlock = """
             WORDS                                                      | EXIT | SAYS
             account show a-000001-gen                                  | 0    | A-000001-GEN
             account show a-000001 --json                               | 0    | A-000001-GEN
             account list --main a-000001 --tier gen --state Active     | 0    | A-000001-GEN
             account list --state foo                                   | 2    | expected one of [SAFE, ACTIVE, FORKING, MERGING, SUSPENDED, CLOSED, ERROR] (case-insensitive) but was 'foo'
             account list --tier x                                      | 2    | expected one of [GEN, REV, COM] (case-insensitive) but was 'x'
             account suspend a-000001-gen --reason test -n              | 0    | A-000001-GEN ACTIVE -> SUSPENDED
             account map a-000001-rev --reference U1 --state Opened -n  | 0    | A-000001-REV
             account map a-000001-rev --reference U1 --state foo        | 2    | --state foo: expected opened or confirmed
             intent list --state foo                                    | 2    | --state foo: expected open, filled, expired, cancelled or all
             intent list --state FILLED --account a-000001              | 0    | no order intents are filled; --state all shows others
             intent list --state All --account a-000001-gen             | 0    | no order intents
             fork list --state foo                                      | 2    | --state foo: expected awaiting, done or reversed
             fork list --state Awaiting                                 | 0    | there is no such fork
             suspense resolve a-000001-com --as gift --reason test      | 2    | --as gift: expected owner-withdrawal, returned or tax-payment
             suspense resolve a-000001-com --as Returned --reason test  | 6    | A-000001-COM has nothing in SUSPENSE
             price list tsla                                            | 5    | no price of TSLA is loaded
             job run statement-import --inbox / --settle 0s             | 2    | --settle: expected more than no time, such as 5s: 0s
             job run tax-and-buffer --timeout 0m                        | 2    | --timeout: expected more than no time, such as 5s: 0m
             transfer make a-000001-rev a-000001-gen 0 --reason test    | 2    | dollars and cents above zero, was 0.00
             transfer make a-000001-rev a-000001-gen -5 --reason test   | 2    | above zero, was -5.00
            """)
    void a_word_is_read_in_any_case_and_an_unknown_one_is_told_those_that_are_known(
            String words, int exit, String says) {
        assertThat(typed.run(words)).as(typed.err()).isEqualTo(exit);
        assertThat(typed.out() + typed.err()).contains(says);
        if (exit != 0) {
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err()).hasLineCount(1);
        }
    }
}
