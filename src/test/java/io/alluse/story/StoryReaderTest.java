package io.alluse.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not understood is said with file and line; a bar ends a line of the story. */
class StoryReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
             STORY                                                                  ~ PROBLEM
             'meine One 500000'                                                     ~ s.story:1: expected main, prices, statement, override, suspend, resume, close, recover, confirm, run, balances or accounts, found `meine One 500000`
             'main One 5 standard blue'                                             ~ s.story:1: unknown word `blue`
             'main One 5 standard opened soon'                                      ~ s.story:1: no date: `soon`
             '# so it begins||  CASH 1.00'                                          ~ s.story:3: indented under nothing: CASH 1.00
             'suspend One GEN on 2026-01-14|  CASH 1.00'                            ~ s.story:2: nothing goes below `suspend One GEN on 2026-01-14`
             'balances of One GEN|   CASH 1.00'                                     ~ s.story:2: expected an indent of 0, 2 or 4 blanks
             'balances of One GEN|  CASH 1.0'                                       ~ s.story:2: expected an amount with cents, found `1.0`
             'balances of One GEN|  CASHH 1.00'                                     ~ s.story:2: no ledger account CASHH
             'balances of One'                                                      ~ s.story:1: expected balances of One GEN; found `balances of One`
             'run weekly-reinvestment'                                              ~ s.story:1: expected run weekly-reinvestment of 2026-01-09[ refused: why]; found `run weekly-reinvestment`
             'run x of 2026-13-09'                                                  ~ s.story:1: no date: `2026-13-09`
             'run x of 2026-01-09|  One GEN nothing'                                ~ s.story:2: expected One GEN posted, nothing: WHY, waits: WHY, waits, short by 12.00: WHY, review: WHY, set aside: WHY or not eligible: STATE; or others OUTCOME; found `One GEN nothing`
             'run x of 2026-01-09|  One GEN posted|    CASH to BUFFER 1.00'         ~ s.story:3: expected CASH > BUFFER 70.00, or says and a line of the explanation; found `CASH to BUFFER 1.00`
             'accounts|  One GEN ACTIVE'                                            ~ s.story:2: expected One GEN ACTIVE base 100000.00; found `One GEN ACTIVE`
             'prices|  2026-01-09 TSLA'                                             ~ s.story:2: expected 2026-01-09 TSLA 410.00; found `2026-01-09 TSLA`
            """, useHeadersInDisplayName = true)
    void what_is_not_understood_is_said_with_file_and_line(String story, String problem) {
        assertThatThrownBy(() -> StoryReader.read("s.story", story.replace('|', '\n')))
                .isInstanceOf(StoryProblem.class)
                .hasMessage(problem);
    }

    /** As Charles Schwab would write it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             LINE                                                | ROW
             sell to open 2 TSLA 2026-01-16 P 400 at 5.00 fee 1.30 | "02/03/2026","Sell to Open","TSLA 01/16/2026 400.00 P","","2","$5.00","$1.30","$998.70"
             buy to close 1 TSLA 2026-01-16 C 402.5 at 5.00      | "02/03/2026","Buy to Close","TSLA 01/16/2026 402.50 C","","1","$5.00","","-$500.00"
             buy 10 AAPL at 250.00 fee 0.10                      | "02/03/2026","Buy","AAPL","","10","$250.00","$0.10","-$2500.10"
             sell 10 AAPL at 260.00                              | "02/03/2026","Sell","AAPL","","10","$260.00","","$2600.00"
             expired 2 TSLA 2026-01-16 P 400                     | "02/03/2026","Expired","TSLA 01/16/2026 400.00 P","","2","","",""
             dividend AAPL 25.00                                 | "02/03/2026","Cash Dividend","AAPL","","","","","$25.00"
             margin interest 3.10                                | "02/03/2026","Margin Interest","","","","","","-$3.10"
             withdrawal 500                                      | "02/03/2026","MoneyLink Transfer","","","","","","-$500.00"
             sell two TSLA                                       |
            """, useHeadersInDisplayName = true)
    void a_line_of_a_statement_is_a_row_of_a_broker(String line, String row) {
        assertThat(StatementRow.of(LocalDate.of(2026, 2, 3), line).orElse(null)).isEqualTo(row);
    }

    @Test
    void what_differs_is_shown_side_by_side() {
        assertThatThrownBy(() ->
                        Compare.mustBeEqual("s.story:7", List.of("CASH 1.00", "BUFFER 2.00"), List.of("CASH 1.00")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        s.story:7
                           EXPECTED     FOUND
                           CASH 1.00    CASH 1.00
                        *  BUFFER 2.00
                        """);
    }
}
