package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import io.alluse.statement.DuplicateRule.Kept;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    private static Activity activity(long line, Action action, String units, String amount) {
        return new Activity(
                line,
                "",
                action,
                DAY,
                DAY,
                null,
                Effect.UNSAID,
                new Share("AAPL"),
                new BigDecimal(units),
                null,
                Money.of(amount),
                Money.ZERO,
                null,
                null,
                "");
    }

    @ParameterizedTest(name = "{0} in the file, {1} kept: {2} new")
    @CsvSource(delimiter = '|', textBlock = """
             1 | 0 | 1
             1 | 1 | 0
             3 | 2 | 1
             2 | 3 | 0
             5 | 0 | 5
            """)
    void the_larger_count_of_a_meaning_stands(int inFile, int kept, int fresh) {
        List<StagedLine> lines = IntStream.range(0, inFile)
                .mapToObj(i -> new StagedLine(1, 0, 1, activity(2 + i, Action.BUY, "10", "-100.00")))
                .toList();
        Map<Kept, Integer> known = Map.of(new Kept(DAY, "trade|AAPL|10|-100.00"), kept);
        DuplicateRule.Told told = DuplicateRule.tell(lines, known);
        assertThat(told.fresh()).hasSize(fresh);
        assertThat(told.duplicates()).extracting(StagedLine::line).allMatch(line -> line < 2 + inFile - fresh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
             ACTION   ; UNITS  ; AMOUNT     ; MEANING
             BUY      ; 10     ; -100.00    ; trade|AAPL|10|-100.00
             SELL     ; -10.00 ; 100.005    ; trade|AAPL|-10|100.01
             DEPOSIT  ; 0      ; 5          ; money|AAPL|0|5.00
             JOURNAL  ; 0.00   ; 5.00       ; money|AAPL|0|5.00
             DIVIDEND ; 0      ; 0.12500001 ; dividend|AAPL|0|0.13
            """, useHeadersInDisplayName = true)
    void a_meaning_is_one_text(Action action, String units, String amount, String meaning) {
        assertThat(Meaning.of(activity(2, action, units, amount))).isEqualTo(meaning);
    }
}
