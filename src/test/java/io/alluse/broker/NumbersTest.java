package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         TEXT                 | NUMBER
         0                    | 0
         12                   | 12
         -1,234.56            | -1234.56
         +5                   | 5
         $1.10                | 1.10
         -$93.66              | -93.66
         $-93.66              | -93.66
         ($1,500.36)          | -1500.36
         (0.70)               | -0.70
         .71                  | 0.71
         5.                   | 5
         1,234,567            | 1234567
         123456789012.123456  | 123456789012.123456
         0.00000001           | 0.00000001
         ''                   | none
         -                    | none
         $                    | none
         .                    | none
         ()                   | none
         (-5)                 | none
         --5                  | none
         1,00                 | none
         1,2345               | none
         ,123                 | none
         1234,567             | none
         1,234,56.00          | none
         12.345,67            | none
         1.2.3                | none
         1e5                  | none
         ****                 | none
         1 234                | none
         1234567890123456789  | none
         NaN                  | none
        """)
    void numbers_are_read_as_brokers_write_them_and_in_no_other_way(String text, String number) {
        BigDecimal read = Numbers.parse(text);
        assertThat(read == null ? "none" : read.toPlainString()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         DATES   | TEXT       | DAY
         US      | 01/31/2024 | 2024-01-31
         US      | 1/2/24     | 2024-01-02
         US      | 01-31-2024 | 2024-01-31
         US      | 02/30/2024 | none
         US      | 13/01/2024 | none
         US      | 1/2/124    | none
         US      | 1/2        | none
         US      | 1//24      | none
         US      | 01/31/1024 | none
         US      | ''         | none
         ISO     | 2024-02-29 | 2024-02-29
         ISO     | 2023-02-29 | none
         ISO     | 2024-2-9   | none
         COMPACT | 20240131   | 2024-01-31
         COMPACT | 20241301   | none
         COMPACT | 2024013    | none
        """)
    void days_are_read_by_their_pattern(Dates dates, String text, String day) {
        assertThat(String.valueOf(dates.parse(text)).replace("null", "none")).isEqualTo(day);
    }
}
