package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ACQUIRED   | SOLD       | TERM
             2023-03-15 | 2024-03-15 | SHORT
             2023-03-15 | 2024-03-16 | LONG
             2023-12-31 | 2024-12-31 | SHORT
             2023-12-31 | 2025-01-01 | LONG
             2015-02-27 | 2016-02-27 | SHORT
             2015-02-27 | 2016-02-28 | LONG
             2015-02-28 | 2016-02-29 | SHORT
             2015-02-28 | 2016-03-01 | LONG
             2016-02-28 | 2017-02-28 | SHORT
             2016-02-28 | 2017-03-01 | LONG
             2016-02-29 | 2017-02-28 | SHORT
             2016-02-29 | 2017-03-01 | LONG
             2024-03-15 | 2024-03-15 | SHORT
            """)
    void more_than_a_year_is_counted_from_the_day_after_the_purchase(LocalDate acquired, LocalDate sold, Term term) {
        assertThat(Term.of(acquired, sold)).isEqualTo(term);
    }
}
