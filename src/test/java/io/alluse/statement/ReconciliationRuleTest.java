package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationRuleTest {

    private static StatementEnd stated(@Nullable String cash, @Nullable Map<String, BigDecimal> positions) {
        return new StatementEnd(
                AccountId.ofMain(1).member(1),
                "a.csv",
                LocalDate.of(2026, 1, 30),
                cash == null ? null : Money.of(cash),
                positions);
    }

    private static Map<String, BigDecimal> positions(@Nullable String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(", "))
                        .map(one -> one.split(" "))
                        .collect(Collectors.toMap(words -> words[0], words -> new BigDecimal(words[1])));
    }

    private static String shown(List<Difference> differences) {
        return differences.stream()
                .map(one -> (one.instrument() == null ? "cash" : one.instrument()) + " "
                        + one.amount().toPlainString())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             STATED    | LEDGER      | ANNOUNCED | DIFFERENCE
             100000.00 | 100000.00   | 0.00      | ''
             99999.99  | 100000.00   | 0.00      | cash -0.01
             100000.00 | 100000.0099 | 0.00      | ''
             100000.00 | 99999.9901  | 0.00      | ''
             100000.00 | 100000.01   | 0.00      | cash -0.01
             0.00      | 100000.00   | 100000.00 | ''
             100000.00 | 100000.00   | 100000.00 | cash 100000.00
             126000.00 | 100000.00   | -26000.00 | ''
             -250.00   | -250.00     | 0.00      | ''
            """, useHeadersInDisplayName = true)
    void cash_is_that_of_the_ledger_less_what_is_still_announced(
            String cash, String ledger, String announced, String difference) {
        Booked booked = new Booked(Money.of(ledger), Map.of(), Money.of(announced), Map.of());
        assertThat(shown(ReconciliationRule.differences(stated(cash, null), booked)))
                .isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             STATED              | LEDGER               | ANNOUNCED | DIFFERENCES
             AAPL 100            | AAPL 100.000         |           | ''
             AAPL 100            | AAPL 99              |           | AAPL 1
                                 | AAPL 99              |           | AAPL -99
             AAPL 100            |                      |           | AAPL 100
             AAPL 100, MSFT 5    | MSFT 4, NVDA -2      |           | AAPL 100, MSFT 1, NVDA 2
             TSLA_P -2           | TSLA_P -2            |           | ''
             TSLA_P 2            | TSLA_P -2            |           | TSLA_P 4
                                 | AAPL 100             | AAPL 100  | ''
             AAPL 100            |                      | AAPL -100 | ''
             VTI 12.345          | VTI 12.3456          |           | ''
             VTI 12.345          | VTI 12.346           |           | VTI -0.001
             VTI 12              | VTI 12.3             |           | VTI -0.3
            """, useHeadersInDisplayName = true)
    void positions_are_compared_whichever_side_names_them(
            @Nullable String there, @Nullable String ledger, @Nullable String announced, String differences) {
        Booked booked = new Booked(Money.ZERO, positions(ledger), Money.ZERO, positions(announced));
        assertThat(shown(ReconciliationRule.differences(stated(null, positions(there)), booked)))
                .isEqualTo(differences);
    }

    @Test
    void what_is_not_stated_is_not_compared() {
        Booked booked = new Booked(Money.of("7.00"), positions("AAPL 1"), Money.ZERO, Map.of());
        assertThat(ReconciliationRule.differences(stated(null, null), booked)).isEmpty();
        assertThat(shown(ReconciliationRule.differences(stated("7.50", null), booked)))
                .isEqualTo("cash 0.50");
        assertThat(shown(ReconciliationRule.differences(stated("7.50", Map.of()), booked)))
                .isEqualTo("cash 0.50, AAPL -1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             STANDING            | SHOWN       | DECISIONS
                                 |             | ''
                                 | cash 5      | open cash 5
             cash 5              | cash 5      | keep cash 5
             cash 5              | cash 7      | keep cash 7
             cash 5              |             | end cash 5
             cash 5 explained    | cash 5.00   | keep cash 5.00
             cash 5 explained    | cash 7      | end cash 5, open cash 7
             cash 5 explained    |             | end cash 5
             AAPL 5              | MSFT 5      | end AAPL 5, open MSFT 5
             AAPL 5, cash 3      | AAPL 4      | end cash 3, keep AAPL 4
            """, useHeadersInDisplayName = true)
    void differences_open_keep_and_end_breaks(
            @Nullable String standing, @Nullable String differences, String decisions) {
        List<StandingBreak> before = standing == null
                ? List.of()
                : Arrays.stream(standing.split(", "))
                        .map(ReconciliationRuleTest::standing)
                        .toList();
        List<Difference> now = differences == null
                ? List.of()
                : Arrays.stream(differences.split(", "))
                        .map(ReconciliationRuleTest::difference)
                        .toList();
        assertThat(decided(BreakRule.decide(stated("0.00", Map.of()), before, now)))
                .isEqualTo(decisions);
    }

    @Test
    void a_statement_without_positions_ends_no_break_of_one() {
        List<StandingBreak> before = List.of(standing("AAPL 5"), standing("cash 3"));
        assertThat(decided(BreakRule.decide(stated("0.00", null), before, List.of())))
                .isEqualTo("end cash 3");
        assertThat(decided(BreakRule.decide(stated(null, Map.of()), before, List.of())))
                .isEqualTo("end AAPL 5");
    }

    private static StandingBreak standing(String text) {
        Difference difference = difference(text);
        return new StandingBreak(
                1,
                difference.kind(),
                difference.instrument(),
                difference.amount(),
                text.endsWith("explained"),
                LocalDate.of(2026, 1, 16));
    }

    private static Difference difference(String text) {
        String[] words = text.split(" ");
        boolean cash = words[0].equals("cash");
        return new Difference(
                cash ? BreakKind.CASH : BreakKind.POSITION,
                cash ? null : words[0],
                new BigDecimal(words[1]),
                BigDecimal.ZERO);
    }

    private static String decided(List<BreakDecision> decisions) {
        return decisions.stream().map(ReconciliationRuleTest::text).collect(Collectors.joining(", "));
    }

    private static String text(BreakDecision decision) {
        return switch (decision) {
            case BreakDecision.Open open -> "open " + shown(List.of(open.difference()));
            case BreakDecision.Keep keep -> "keep " + shown(List.of(keep.difference()));
            case BreakDecision.End end ->
                "end "
                        + (end.standing().instrument() == null
                                ? "cash"
                                : end.standing().instrument()) + " "
                        + end.standing().difference().toPlainString();
        };
    }
}
