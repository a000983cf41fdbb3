package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Activity.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines a, b, c … come in that order; the table has the order in which they are taken, legs that were joined in capitals. */
class DayOrderTest {

    private static String order(String lines) {
        List<Line> all = new ArrayList<>();
        for (String line : lines.split(";")) {
            all.add(new Line(Desk.activity(line.strip()), String.valueOf((char) ('a' + all.size()))));
        }
        return DayOrder.of(all).stream().map(DayOrderTest::name).collect(Collectors.joining());
    }

    private static String name(Line line) {
        Effect effect = line.activity().effect();
        boolean joined = effect == Effect.OF_ASSIGNMENT || effect == Effect.OF_EXERCISE;
        return joined ? line.id().toUpperCase(Locale.ROOT) : line.id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ORDER | LINES
             ba    | 2024-03-02 BUY 1 A; 2024-03-01 BUY 1 A
             ba    | 2024-03-01 SELL -1 A; 2024-03-01 BUY 1 A
             ba    | 2024-03-01 BUY 1 A CLOSES; 2024-03-01 SELL -1 A OPENS
             ab    | 2024-03-01 BUY 1 A; 2024-03-01 BUY 1 A
             cba   | 2024-03-02 BUY 1 A; 2024-03-01 BUY 2 A; 2024-03-01 BUY 1 A
             abc   | 2024-03-01 BUY 1 A; 2024-03-01 BUY 2 A; 2024-03-02 BUY 1 A
             ab    | 2024-03-01 SELL -1 A 10:00; 2024-03-01 BUY 1 A 10:01
             ba    | 2024-03-01 SELL -1 A 10:00; 2024-03-01 BUY 1 A 09:59
             ba    | 2024-03-01 SELL -1 A 10:00; 2024-03-01 BUY 1 A
             bca   | 2024-03-01 BUY 1 A 10:00; 2024-03-01 SPLIT 1 A; 2024-03-01 DIVIDEND $1.00
             cba   | 2024-03-01 TRANSFER -1 A; 2024-03-01 BUY 1 A; 2024-03-01 TRANSFER 1 A
             ba    | 2024-03-01 EXPIRED 1 A/2024-03-01/5/P; 2024-03-01 SELL -1 A/2024-03-01/5/P
            """)
    void lines_are_taken_by_date_and_what_opens_before_what_closes(String order, String lines) {
        assertThat(order(lines)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ORDER | LINES
             BA    | 2024-03-01 BUY 100 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             BA    | 2024-03-01 BUY 100 A OF_ASSIGNMENT; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             BAc   | 2024-03-01 BUY 100 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P; 2024-03-01 SELL -100 A @6
             cBA   | 2024-03-01 SELL -100 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/C; 2024-03-01 SELL -100 A @6
             BCA   | 2024-03-01 BUY 200 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             CAB   | 2024-03-01 BUY 100 A @5; 2024-03-01 BUY 200 A @5; 2024-03-01 ASSIGNED 3 A/2024-03-01/5/P
             aCB   | 2024-03-01 BUY 100 A @5; 2024-03-01 BUY 100 A @5 OF_ASSIGNMENT; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             BA    | 2024-03-01 SELL -100 A @5; 2024-03-01 EXERCISED -1 A/2024-03-01/5/P
             BA    | 2024-03-01 BUY 100 A @5; 2024-03-01 EXERCISED -1 A/2024-03-01/5/C
             a     | 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P OF_ASSIGNMENT
             ab    | 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P OF_ASSIGNMENT; 2024-03-01 ASSIGNED 1 A/2024-03-01/6/P CLOSES
             ab    | 2024-03-01 BUY 100 A @5.01; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             ab    | 2024-03-01 BUY 200 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             ba    | 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P; 2024-03-01 SELL -100 A @5
             ab    | 2024-03-01 BUY 100 B @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             ba    | 2024-03-02 BUY 100 A @5; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P
             aCB   | 2024-03-01 BUY 10 A @4 16:00; 2024-03-01 BUY 100 A @5 16:20; 2024-03-01 ASSIGNED 1 A/2024-03-01/5/P 16:21
            """)
    void an_option_comes_before_the_trade_in_its_shares(String order, String lines) {
        assertThat(order(lines)).isEqualTo(order);
    }
}
