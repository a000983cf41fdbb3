package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said before anything is done; nobody has an intent. */
class IntentCommandTest {

    private static CapitalizedDatabase capitalized;
    private static Typed typed;

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.ofMains(1);
        typed = Typed.on(capitalized);
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
             intent show A-000001-GEN 9.9                       | 5 | no intent 9.9 of A-000001-GEN; see `alluse intent list --account A-000001-GEN --state all`
             intent show A-000001-GEN seven                     | 2 | 'seven' is not the number of an intent
             intent show A-000099-GEN 1.1                       | 5 | no account A-000099-GEN
             intent cancel A-000001-GEN 9.9 --reason x          | 5 | no intent 9.9
             intent cancel A-000001-GEN 4.1                     | 2 | --reason
             intent list --state opne                           | 2 | --state opne: expected open, filled, expired, cancelled or all
             intent list --date yesterday                       | 2 | --date
             intent list --limit 0                              | 2 | --limit 0: at least one
             intent list --account A-000099                     | 5 | no account A-000099
             intent export --date 2026-01-09                    | 5 | no run of order-intents
             intent export                                      | 2 | --date
             job run order-intents --plan x.csv                 | 2 | order-intents does not take --plan
            """)
    void wrong_words_have_their_codes(String words, int exit, String told) {
        assertThat(typed.run(words)).isEqualTo(exit);
        assertThat(typed.err()).contains(told);
    }
}
