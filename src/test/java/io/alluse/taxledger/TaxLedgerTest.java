package io.alluse.taxledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.holding.Desk;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Term;
import io.alluse.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tax ledger of accounts that were traded line by line. */
class TaxLedgerTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final String BOUGHT_AND_SOLD_AT_A_LOSS = """
            2023-01-10 BUY 100 X $-1000.00
            2024-03-15 SELL -100 X $700.00
            """;

    private static TaxLedger ledger(String lines, YearEndMarks marks) {
        HoldingChanges changes =
                Desk.empty().say(lines.replace("; ", "\n")).done().changes();
        return TaxLedger.of(changes.opened(), changes.closings(), marks, AS_OF);
    }

    private static TaxLedger ledger(String lines) {
        return ledger(lines, YearEndMarks.NONE);
    }

    private static String disallowed(TaxLedger ledger) {
        return ledger.disposals().stream()
                .map(Disposal::disallowed)
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             REPLACEMENT                                                           | DEFERRED
             2024-02-13 BUY 100 X $-800.00                                         | 0.00
             2024-02-14 BUY 100 X $-800.00                                         | 300.00
             2024-03-16 BUY 100 X $-800.00                                         | 300.00
             2024-04-14 BUY 100 X $-800.00                                         | 300.00
             2024-04-15 BUY 100 X $-800.00                                         | 0.00
             2024-03-16 BUY 40 X $-320.00                                          | 120.00
             2024-03-16 BUY 100 Y $-800.00                                         | 0.00
             2024-03-16 BUY 1 X/2024-06-21/8/C $-90.00                             | 300.00
             2024-03-16 BUY 1 X/2024-06-21/8/P $-90.00                             | 0.00
             2024-03-16 SELL -1 X/2024-06-21/8/P $90.00                            | 0.00
             2024-03-16 SELL -1 X/2024-06-21/8/P $90.00; 2024-04-10 ASSIGNED 1 X/2024-06-21/8/P; 2024-04-10 BUY 100 X @8 $-800.00 | 300.00
             2024-03-16 SELL -100 X $800.00                                        | 0.00
            """)
    void a_loss_on_shares_is_deferred_into_shares_and_calls_within_thirty_days(String replacement, String deferred) {
        assertThat(disallowed(ledger(BOUGHT_AND_SOLD_AT_A_LOSS + replacement))).isEqualTo(deferred);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINES                                                                                                                       | DEFERRED
             2024-01-10 BUY 1 X/2024-06-21/8/C $-90.00; 2024-02-01 SELL -1 X/2024-06-21/8/C $50.00; 2024-02-05 BUY 1 X/2024-06-21/8/C $-60.00 | 40.00
             2024-01-10 BUY 1 X/2024-06-21/8/C $-90.00; 2024-02-01 SELL -1 X/2024-06-21/8/C $50.00; 2024-02-05 BUY 1 X/2024-06-21/9/C $-60.00 | 0.00
             2024-01-10 BUY 1 X/2024-06-21/8/C $-90.00; 2024-02-01 SELL -1 X/2024-06-21/8/C $50.00; 2024-02-05 BUY 100 X $-900.00        | 0.00
             2024-01-10 SELL -1 X/2024-06-21/8/C $90.00; 2024-02-01 BUY 1 X/2024-06-21/8/C $-150.00; 2024-02-05 SELL -1 X/2024-06-21/8/C $160.00 | 0.00
             2024-01-10 SELL -10 X $90.00; 2024-02-01 BUY 10 X $-150.00; 2024-02-05 SELL -10 X $160.00                                   | 60.00
             2024-01-10 SELL -10 X $90.00; 2024-02-01 BUY 10 X $-150.00; 2024-02-05 BUY 10 X $-160.00                                    | 0.00
             2024-01-10 BUY 1 SPX/2024-06-21/5000/C $-900.00; 2024-02-01 SELL -1 SPX/2024-06-21/5000/C $500.00; 2024-02-05 BUY 1 SPX/2024-06-21/5000/C $-600.00 | 0.00
             2024-01-10 BUY 10 X $-100.00; 2024-01-20 BUY 10 X $-100.00; 2024-02-01 SELL -20 X $150.00                                   | 0.00
             2024-01-10 BUY 20 X $-200.00; 2024-02-01 SELL -10 X $80.00                                                                  | 0.00
            """)
    void a_loss_is_deferred_into_its_own_kind_only(String lines, String deferred) {
        assertThat(disallowed(ledger(lines))).isEqualTo(deferred);
    }

    @Test
    void what_is_deferred_into_a_call_goes_on_into_its_shares() {
        TaxLedger ledger = ledger(BOUGHT_AND_SOLD_AT_A_LOSS + """
                2024-03-16 BUY 1 X/2024-06-21/8/C $-90.00
                2024-06-21 EXERCISED 1 X/2024-06-21/8/C
                2024-06-21 BUY 100 X @8 $-800.00
                """);

        assertThat(ledger.open())
                .singleElement()
                .extracting(OpenBasis::adjustedCost)
                .isEqualTo(Money.of("1190.00"));
    }

    @Test
    void the_holding_period_of_what_was_sold_is_added_to_that_of_its_replacement() {
        TaxLedger ledger = ledger(BOUGHT_AND_SOLD_AT_A_LOSS + """
                2024-03-20 BUY 100 X $-800.00
                2024-05-02 SELL -100 X $1400.00
                """);

        assertThat(ledger.disposals()).last().satisfies(row -> {
            assertThat(row.lot().acquired()).isEqualTo("2024-03-20");
            assertThat(row.heldSince()).isEqualTo("2023-01-15");
            assertThat(row.term()).isEqualTo(Term.LONG);
            assertThat(row.gain()).isEqualTo(Money.of("300.00"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINES                                                                                     | Y2023   | Y2024   | Y2025
             2023-11-01 BUY 1 SPX/2024-06-21/5000/C $-900.00; 2024-02-01 SELL -1 SPX/2024-06-21/5000/C $500.00 | 100.00  | -500.00 | 0.00
             2023-11-01 SELL -1 SPX/2024-06-21/5000/C $900.00; 2024-06-21 EXPIRED 1 SPX/2024-06-21/5000/C      | -100.00 | 1000.00 | 0.00
             2023-11-01 BUY 2 SPX/2025-12-19/5000/C $-1800.00                                          | 200.00  | 2000.00 | 0.00
             2023-11-01 BUY 1 XSP/2025-12-19/500/C $-1800.00                                           | 0.00    | 0.00    | 0.00
             2023-11-01 BUY 1 SPY/2025-12-19/500/C $-1800.00; 2024-01-02 SELL -1 SPY/2025-12-19/500/C $1900.00 | 0.00    | 0.00    | 0.00
            """)
    void broad_index_options_are_marked_at_every_year_end(String lines, String y2023, String y2024, String y2025) {
        Map<Integer, BigDecimal> prices = Map.of(2023, new BigDecimal("10.00"), 2024, new BigDecimal("20.00"));
        TaxLedger ledger = ledger(
                lines,
                (instrument, year) -> instrument.underlying().equals("SPX")
                        ? Optional.ofNullable(prices.get(year))
                        : Optional.empty());

        assertThat(List.of(2023, 2024, 2025))
                .map(year -> ledger.period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                        .indexGain()
                        .toString())
                .containsExactly(y2023, y2024, y2025);
    }

    @Test
    void a_year_end_without_a_price_is_told() {
        assertThat(ledger("2023-11-01 BUY 1 XSP/2025-12-19/500/C $-1800.00").unmarked())
                .containsExactly(
                        "no price of XSP 2025-12-19 500 C at the end of 2023",
                        "no price of XSP 2025-12-19 500 C at the end of 2024");
    }

    @Test
    void the_file_has_a_row_per_disposal_and_says_what_it_is() throws IOException {
        TaxLedger ledger = ledger(BOUGHT_AND_SOLD_AT_A_LOSS + """
                2024-03-16 BUY 40 X $-320.00
                2024-03-01 SELL -1 X/2024-06-21/8/P $90.00
                2024-06-21 EXPIRED 1 X/2024-06-21/8/P
                2024-05-01 BUY 1 SPX/2024-06-21/5000/C $-900.00
                2024-06-21 CASH_SETTLED 1 SPX/2024-06-21/5000/C $1000.00
                """);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter out = TaxCsv.begin(text)) {
            TaxCsv.write("A-000001-GEN", ledger.period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), out);
        }

        assertThat(text.toString()).isEqualTo("""
                account,form,description,acquired,sold,proceeds,cost,code,adjustment,gain,term,long_term_part,how,quantity,lot,opened,held_since,opened_by,closed_by,note
                A-000001-GEN,8949 II,40 X,2023-01-10,2024-03-15,280.00,400.00,W,120.00,0.00,long,0.00,trade,40,1,2023-01-10,2023-01-10,l1,l2,"Estimates, not advice."
                A-000001-GEN,8949 II,60 X,2023-01-10,2024-03-15,420.00,600.00,,,-180.00,long,-180.00,trade,60,1,2023-01-10,2023-01-10,l1,l2,"Estimates, not advice."
                A-000001-GEN,8949 I,1 X 2024-06-21 8 P,2024-06-21,2024-06-21,90.00,0.00,,,90.00,short,0.00,expiry,-1,2,2024-03-01,2024-03-01,l4,l5,"Estimates, not advice."
                A-000001-GEN,6781,1 SPX 2024-06-21 5000 C,2024-05-01,2024-06-21,,,,,100.00,60/40,60.00,closed,1,4,2024-05-01,2024-05-01,l6,l7,"Estimates, not advice."
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LATE                            | CHANGE
             2024-01-05 BUY 10 X $-70.00     | 2024: 30.00 and 0.00
             2022-01-05 BUY 10 X $-70.00     | 2024: -20.00 and 50.00
             2024-01-05 BUY 5 X $-70.00      | 2024: -20.00 and 0.00
             2024-02-20 BUY 10 X $-70.00     | ''
             2024-03-02 BUY 10 X $-70.00     | ''
             2024-01-05 SELL -5 X $70.00     | ''
            """)
    void a_lot_that_arrives_late_is_told_with_what_it_would_have_changed(String late, String change) {
        Desk desk = Desk.empty().say("""
                2024-02-01 BUY 10 X $-100.00
                2024-03-01 SELL -10 X $120.00
                """).done();
        HoldingChanges changes = desk.say(late).done().changes();

        List<LateLots> found = LateLotFinder.find(changes.opened(), changes.closings());

        assertThat(found.stream()
                        .flatMap(one -> one.changes().stream())
                        .map(one -> one.year() + ": " + one.shortTerm() + " and " + one.longTerm())
                        .collect(Collectors.joining()))
                .isEqualTo(change);
        assertThat(found).hasSize(change.isEmpty() ? 0 : 1);
    }

    @Test
    void what_a_split_came_between_cannot_be_computed() {
        Desk desk = Desk.empty().say("""
                2024-02-01 BUY 10 X $-100.00
                2024-02-02 SPLIT 10 X
                2024-03-01 SELL -10 X $120.00
                """).done();
        HoldingChanges changes = desk.say("2024-01-05 BUY 10 X $-70.00").done().changes();

        assertThat(LateLotFinder.find(changes.opened(), changes.closings()))
                .singleElement()
                .satisfies(late -> assertThat(late.computable()).isFalse());
    }
}
