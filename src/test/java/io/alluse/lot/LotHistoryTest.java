package io.alluse.lot;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import io.alluse.holding.Term;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten shares of which four and then six were sold, and two written puts of which one was bought back and one expired. */
class LotHistoryTest {

    private static final LotHistory HISTORY = new LotHistory(
            List.of(
                    lot(1, "AAPL", "2025-01-02", "10", "1000.01", "0", "0.00"),
                    lot(2, "AAPL 2025-03-21 90 P", "2025-02-03", "-2", "-500.00", "0", "0.00")),
            List.of(
                    closing(1, "2025-02-10", "4", "440.00", "400.00"),
                    closing(2, "2025-03-03", "-1", "250.00", "100.00"),
                    closing(1, "2025-03-04", "6", "660.00", "600.01"),
                    closing(2, "2025-03-21", "-1", "250.00", "0.00")));

    private static Lot lot(
            int no, String instrument, String opened, String quantity, String cost, String open, String openCost) {
        return new Lot(
                no,
                Instrument.parse(instrument),
                LocalDate.parse(opened),
                LocalDate.parse(opened),
                new BigDecimal(quantity),
                Money.of(cost),
                new BigDecimal(open),
                Money.of(openCost),
                "l" + no);
    }

    private static Closing closing(int lot, String date, String quantity, String proceeds, String cost) {
        return new Closing(
                lot,
                "c" + date,
                LocalDate.parse(date),
                new BigDecimal(quantity),
                Money.of(proceeds),
                Money.of(cost),
                Term.SHORT,
                How.TRADE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             DAY        | OPEN
             2025-01-01 | nothing
             2025-01-02 | 10 at 1000.01
             2025-02-09 | 10 at 1000.01, -2 at -500.00
             2025-02-10 | 6 at 600.01, -2 at -500.00
             2025-03-03 | 6 at 600.01, -1 at -250.00
             2025-03-04 | -1 at -250.00
             2025-03-21 | nothing
            """)
    void a_day_of_the_past_shows_what_was_open_at_its_end(LocalDate day, String open) {
        LotHistory then = HISTORY.asOf(day);
        String told = then.lots().stream()
                .filter(Lot::isOpen)
                .map(lot -> Shares.plain(lot.openQuantity()) + " at " + lot.openCost())
                .collect(Collectors.joining(", "));
        assertThat(told.isEmpty() ? "nothing" : told).isEqualTo(open);
        assertThat(then.closings()).noneMatch(closing -> closing.date().isAfter(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             OPEN | COST   | WHAT HAPPENED               | RESHAPED
             6    | 600.01 | nothing else                | false
             12   | 600.01 | a split                     | true
             6    | 540.01 | capital was returned        | true
            """)
    void what_is_neither_open_nor_closed_tells_of_another_event(
            String open, String cost, String what, boolean reshaped) {
        LotHistory history = new LotHistory(
                List.of(lot(1, "AAPL", "2025-01-02", "10", "1000.01", open, cost)),
                List.of(closing(1, "2025-02-10", "4", "440.00", "400.00")));
        assertThat(history.reshaped()).as(what).hasSize(reshaped ? 1 : 0);
    }

    @Test
    void an_account_without_lots_has_an_empty_history() {
        assertThat(LotHistory.NONE.asOf(LocalDate.of(2025, 1, 1)).lots()).isEmpty();
    }
}
