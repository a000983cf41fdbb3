package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementRuleTest {

    private static final int DAYS = 15;

    /** {@code event direction amount|quantity instrument date}, of member 1 unless the event begins with another one: {@code 2/1}. */
    private static OpenAnnouncement announced(String text) {
        String[] words = text.strip().split(" ");
        String[] place = words[0].contains("/") ? words[0].split("/") : new String[] {"1", words[0]};
        int member = Integer.parseInt(place[0]);
        boolean cash = words.length == 4;
        BigDecimal number = new BigDecimal(words[2]);
        return new OpenAnnouncement(
                AccountId.ofMain(1).member(member),
                "A-000001-" + List.of("GEN", "REV", "COM").get(member - 1),
                Integer.parseInt(place[1]),
                1,
                words[1].equals("in") ? Direction.IN : Direction.OUT,
                cash ? number : null,
                cash ? null : words[3],
                cash ? null : number,
                LocalDate.parse(words[words.length - 1]));
    }

    private static List<OpenAnnouncement> all(@Nullable String texts) {
        return texts == null
                ? List.of()
                : Arrays.stream(texts.split(";"))
                        .map(AnnouncementRuleTest::announced)
                        .toList();
    }

    private static String places(List<OpenAnnouncement> settled) {
        return settled.stream()
                .map(one -> one.code().substring(9) + " " + one.event())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             OPEN                                                  | ACTION     | DATE       | AMOUNT     | SETTLED
             4 in 26000.00 2026-01-05                              | DEPOSIT    | 2026-01-05 | 26000.00   | GEN 4
             4 in 26000.00 2026-01-05                              | JOURNAL    | 2026-01-27 | 26000.00   | GEN 4
             4 in 26000.00 2026-01-05                              | TRANSFER   | 2026-01-27 | 26000.00   | GEN 4
             4 in 26000.00 2026-01-05                              | DEPOSIT    | 2026-01-28 | 26000.00   | ''
             4 in 26000.00 2026-01-05                              | DEPOSIT    | 2026-01-04 | 26000.00   | ''
             4 in 26000.00 2026-01-05                              | DEPOSIT    | 2026-01-05 | 26000.01   | ''
             4 in 26000.00 2026-01-05                              | DEPOSIT    | 2026-01-05 | 25999.99   | ''
             4 in 26000.00 2026-01-05                              | DIVIDEND   | 2026-01-05 | 26000.00   | ''
             4 in 26000.00 2026-01-05                              | WITHDRAWAL | 2026-01-05 | -26000.00  | ''
             4 out 26000.00 2026-01-05                             | WITHDRAWAL | 2026-01-05 | -26000.00  | GEN 4
             4 out 26000.00 2026-01-05                             | JOURNAL    | 2026-01-05 | -26000.00  | GEN 4
             4 out 26000.00 2026-01-05                             | DEPOSIT    | 2026-01-05 | 26000.00   | ''
             5 in 100.00 2026-01-06;4 in 100.00 2026-01-05         | DEPOSIT    | 2026-01-06 | 100.00     | GEN 4
             5 in 100.00 2026-01-06;4 in 100.00 2026-01-05         | DEPOSIT    | 2026-01-28 | 100.00     | GEN 5
             5 in 100.00 2026-01-05;4 in 100.00 2026-01-05         | DEPOSIT    | 2026-01-06 | 100.00     | GEN 4
             2/4 in 100.00 2026-01-05;1/9 in 100.00 2026-01-05     | DEPOSIT    | 2026-01-06 | 100.00     | GEN 9
             4 in 100.00 2026-01-05;5 in 200.00 2026-01-05         | DEPOSIT    | 2026-01-06 | 300.00     | ''
             4 in 100 AAPL 2026-01-05                              | DEPOSIT    | 2026-01-06 | 100.00     | ''
                                                                   | DEPOSIT    | 2026-01-06 | 100.00     | ''
            """, useHeadersInDisplayName = true)
    void money_settles_the_oldest_that_is_equal(
            @Nullable String open, Action action, String date, String amount, String settled) {
        assertThat(places(AnnouncementRule.settledBy(TestLines.cash(action, date, amount), all(open), DAYS)))
                .isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             OPEN                      | ACTION   | SYMBOL | QUANTITY | SETTLED
             4 in 100 AAPL 2026-01-05  | TRANSFER | AAPL   | 100      | GEN 4
             4 in 100 AAPL 2026-01-05  | JOURNAL  | AAPL   | 100.000  | GEN 4
             4 in 100 AAPL 2026-01-05  | TRANSFER | AAPL   | -100     | ''
             4 out 100 AAPL 2026-01-05 | TRANSFER | AAPL   | -100     | GEN 4
             4 in 100 AAPL 2026-01-05  | TRANSFER | AAPL   | 99       | ''
             4 in 100 AAPL 2026-01-05  | TRANSFER | MSFT   | 100      | ''
             4 in 100 AAPL 2026-01-05  | BUY      | AAPL   | 100      | ''
             4 in 100.00 2026-01-05    | TRANSFER | AAPL   | 100      | ''
            """, useHeadersInDisplayName = true)
    void holdings_settle_what_is_the_same_instrument_and_quantity(
            String open, Action action, String symbol, String quantity, String settled) {
        Activity line = TestLines.shares(action, "2026-01-06", symbol, quantity, "100.00");
        assertThat(places(AnnouncementRule.settledBy(line, all(open), DAYS))).isEqualTo(settled);
    }

    /** The sum of what is announced as opening capital; of anything else no sum counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
             OPEN                                                                            | DATE       | AMOUNT    | LINE                | BALANCE
             1 in 100000.00 2026-01-05                                                       | 2026-01-07 | 100000.00 | GEN 1               | GEN 1
             1 in 100000.00 2026-01-05                                                       | 2026-01-02 | 100000.00 | ''                  | GEN 1
             1 in 100000.00 2026-01-05                                                       | 2026-01-28 | 100000.00 | ''                  | GEN 1
             1 in 100000.00 2026-01-05                                                       | 2026-01-07 | 100000.01 | ''                  | ''
             1 in 100000.00 2026-01-05;4 in 500.00 2026-01-06                                | 2026-01-07 | 100000.00 | GEN 1               | GEN 1
             1 in 100000.00 2026-01-05;4 in 500.00 2026-01-06                                | 2026-01-07 | 500.00    | GEN 4               | ''
             1 in 100000.00 2026-01-05;4 in 500.00 2026-01-06                                | 2026-01-07 | 100500.00 | ''                  | ''
             1/1 in 20.00 2026-01-05;2/1 in 30.00 2026-01-05;3/1 in 50.00 2026-01-05         | 2026-01-07 | 100.00    | GEN 1, REV 1, COM 1 | GEN 1, REV 1, COM 1
             1/1 in 20.00 2026-01-05;2/1 in 30.00 2026-01-05;3/1 in 50.00 2026-01-05         | 2026-01-07 | 30.00     | REV 1               | ''
             1/1 in 20.00 2026-01-05;2/1 in 30.00 2026-01-05;3/1 in 50.00 2026-01-05         | 2026-01-07 | 70.00     | ''                  | ''
             1/1 in 20.00 2026-01-05;2/1 in 30.00 2026-01-05                                 | 2026-01-07 | 0.00      | ''                  | ''
             4 in 500.00 2026-01-06                                                          | 2026-01-07 | 0.00      | ''                  | ''
            """, useHeadersInDisplayName = true)
    void opening_capital_arrives_as_one_sum_or_is_there_when_the_statement_begins(
            String open, String date, String amount, String byLine, String byBalance) {
        Activity line = TestLines.cash(Action.DEPOSIT, date, amount);
        assertThat(places(AnnouncementRule.settledBy(line, all(open), DAYS))).isEqualTo(byLine);
        StartingBalance balance = new StartingBalance(LocalDate.parse(date), Money.of(amount));
        assertThat(places(AnnouncementRule.settledBy(balance, all(open)))).isEqualTo(byBalance);
    }

    @Test
    void each_line_settles_another_one() {
        List<OpenAnnouncement> open = new ArrayList<>(all("5 in 100.00 2026-01-06;4 in 100.00 2026-01-05"));
        List<String> settled = new ArrayList<>();
        for (String date : List.of("2026-01-07", "2026-01-08", "2026-01-09")) {
            List<OpenAnnouncement> found =
                    AnnouncementRule.settledBy(TestLines.cash(Action.DEPOSIT, date, "100.00"), open, DAYS);
            settled.add(places(found));
            open.removeAll(found);
        }
        assertThat(settled).containsExactly("GEN 4", "GEN 5", "");
    }
}
