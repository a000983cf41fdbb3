package io.alluse.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRuleTest {

    private static final BusinessDay TODAY = BusinessDay.parse("2026-01-05");
    private static final Map<String, Integer> COLUMNS =
            Map.of("symbol", 1, "date", 2, "close", 3, "high", 4, "low", 5, "volume", 6);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "null", textBlock = """
             SYMBOL | DATE       | CLOSE       | HIGH   | LOW | VOLUME | VERDICT
             TSLA   | 2026-01-05 | 101.5       | 102    | 99  | 1000   | taken
             TSLA   | 2026-01-05 | 0.00000001  | ''     | ''  | ''     | taken
             TSLA   | 2026-01-05 | 101.5       | 99     | 99  | 0      | taken
             ''     | 2026-01-05 | 101.5       | ''     | ''  | ''     | symbol is missing
             tsla   | 2026-01-05 | 101.5       | ''     | ''  | ''     | symbol is not a symbol such as AAPL or an option such as AAPL 2024-03-15 150 C
             TSLA   | 2026-01-06 | 101.5       | ''     | ''  | ''     | date is in the future; today is 2026-01-05
             TSLA   | 01/05/2026 | 101.5       | ''     | ''  | ''     | date is not a date (expected YYYY-MM-DD)
             TSLA   | 2025-02-29 | 101.5       | ''     | ''  | ''     | date is not a date (expected YYYY-MM-DD)
             TSLA   | 2026-01-05 | ''          | ''     | ''  | ''     | close is missing
             TSLA   | 2026-01-05 | 0           | ''     | ''  | ''     | close must be positive
             TSLA   | 2026-01-05 | -1.5        | ''     | ''  | ''     | close must be positive
             TSLA   | 2026-01-05 | $1.50       | ''     | ''  | ''     | close is not a number such as 187.25, with at most eight decimals
             TSLA   | 2026-01-05 | 1.123456789 | ''     | ''  | ''     | close is not a number such as 187.25, with at most eight decimals
             TSLA   | 2026-01-05 | 101.5       | 98.99  | 99  | ''     | high is below the low of 99
             TSLA   | 2026-01-05 | 101.5       | 0      | ''  | ''     | high must be positive
             TSLA   | 2026-01-05 | 101.5       | ''     | ''  | -1     | volume must not be negative
             tsla   | 2026-01-06 | 0           | ''     | ''  | x      | symbol, date, close, volume
            """, useHeadersInDisplayName = true)
    void a_row_is_taken_or_all_its_problems_are_named(
            String symbol, String date, String close, String high, String low, String volume, String verdict) {
        CsvRow row = new CsvRow(2, List.of(symbol, date, close, high, low, volume), COLUMNS);
        assertThat(verdict(PriceRule.decide(row, TODAY))).isEqualTo(verdict);
    }

    private static String verdict(PriceDecision decision) {
        return switch (decision) {
            case PriceDecision.Take take -> {
                assertThat(take.line()).isEqualTo(2);
                yield "taken";
            }
            case PriceDecision.Ignore _ -> "ignored";
            case PriceDecision.Refuse refuse ->
                refuse.problems().size() == 1
                        ? refuse.problems().getFirst().field() + " "
                                + refuse.problems().getFirst().reason()
                        : refuse.problems().stream()
                                .map(problem -> problem.field())
                                .collect(Collectors.joining(", "));
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SYMBOL                      | VERDICT
             AAPL                        | good
             BRK.B                       | good
             ^VIX                        | bad
             AAPL 2024-03-15 150 C       | good
             AAPL 2024-03-15 152.5 P     | good
             AAPL1 2024-03-15 150 C x50  | good
             ./ESU5 E3AQ5 250818P6460    | good
             /ESU5                       | good
             AAPL 2024-03-15 150.00 C    | write it as AAPL 2024-03-15 150 C
             AAPL  2024-03-15 0150 C     | write it as AAPL 2024-03-15 150 C
             AAPL 2024-03-15 150 C x100  | write it as AAPL 2024-03-15 150 C
             AAPL 2024-02-30 150 C       | bad
             AAPL 2024-03-15 150 X       | bad
             AAPL  240315C00150000       | bad
             TSLA;DROP                   | bad
             ABCDEFGHIJKLMNOPQRSTUV      | bad
            """, useHeadersInDisplayName = true)
    void an_instrument_is_written_in_one_way(String symbol, String verdict) {
        String expected = verdict.equals("bad")
                ? "is not a symbol such as AAPL or an option such as AAPL 2024-03-15 150 C"
                : verdict;
        assertThat(SymbolRule.problem(symbol).orElse("good")).isEqualTo(expected);
    }
}
