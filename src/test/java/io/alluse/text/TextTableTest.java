package io.alluse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables on lines of a given length: nothing of what they say is lost. */
class TextTableTest {

    private static final TextTable TEXT_LAST = TextTable.of(">RUN", "ACCOUNT", "REASON")
            .row(12, "A-000001-GEN", "the database refuses it because the row is not balanced");
    private static final TextTable NUMBER_LAST =
            TextTable.of("ACCOUNT", ">CASH").row("A-000001-GEN-1-REV-2-COM", "1,234.56");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
             TABLE  | WIDTH | LINES
             text   | 80    | RUN  ACCOUNT       REASON;12  A-000001-GEN  the database refuses it because the row is not balanced
             text   | 50    | RUN  ACCOUNT       REASON;12  A-000001-GEN  the database refuses it because;the row is not balanced
             text   | 40    | RUN      12;ACCOUNT  A-000001-GEN;REASON   the database refuses it because;the row is not balanced
             number | 34    | ACCOUNT                       CASH;A-000001-GEN-1-REV-2-COM  1,234.56
             number | 33    | ACCOUNT  A-000001-GEN-1-REV-2-COM;CASH     1,234.56
            """, useHeadersInDisplayName = true)
    void a_table_is_told_in_lines_of_at_most_so_many_characters(String table, int width, String lines) {
        String told = (table.equals("text") ? TEXT_LAST : NUMBER_LAST).within(width);
        assertThat(told.lines()).allMatch(line -> line.length() <= width);
        assertThat(told.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(lines.split(";"));
    }
}
