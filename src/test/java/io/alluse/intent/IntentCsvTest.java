package io.alluse.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentCsvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             CELL        | TOLD
             TSLA        | TSLA
             BRK.B       | BRK.B
             =1+1        | '=1+1
             @SUM(A1)    | '@SUM(A1)
             -2          | '-2
             +2          | '+2
             A,B         | "A,B"
             A"B         | "A""B"
            """, useHeadersInDisplayName = true)
    void no_cell_is_a_formula_or_two_cells(String cell, String told) {
        assertThat(IntentCsv.safe(cell)).isEqualTo(told);
    }
}
