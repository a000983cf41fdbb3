package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GEN bought 100 shares at 200 on 3 February, and sold them at 210 two days later; further lines come afterwards, each to an account of its own. */
class LateArrivalTest {

    private static final BusinessDay NEXT = BusinessDay.parse("2026-03-02");
    private static final String IN_ORDER = StatementDesk.robinhood(
            "2/3/2026 | AAPL | Apple | Buy  | 100 | $200.00 | ($20,000.00)",
            "2/5/2026 | AAPL | Apple | Sell | 100 | $210.00 | $21,000.00");

    private static StatementDesk desk;
    private static int account;

    @BeforeAll
    static void create() {
        desk = StatementDesk.ofMains(6);
    }

    @AfterAll
    static void drop() {
        desk.close();
    }

    private static String told(StatementReport report) {
        return report.late().stream().map(LateArrivalTest::told).collect(Collectors.joining("; "));
    }

    private static String told(LateArrival arrival) {
        String lots = arrival.late().lots().stream().map(LateArrivalTest::told).collect(Collectors.joining(", "));
        return lots
                + arrival.late().changes().stream()
                        .map(change -> " " + change.year() + " by " + change.shortTerm() + " short, tax "
                                + arrival.tax(change))
                        .collect(Collectors.joining());
    }

    private static String told(Lot lot) {
        return "lot " + lot.no() + ": " + Shares.plain(lot.quantity()) + " " + lot.instrument() + " of " + lot.opened();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', useHeadersInDisplayName = true, textBlock = """
             COMES LATER                                                 ! TOLD
             2/2/2026 | AAPL | Apple | Buy | 100 | $190.00 | ($19,000.00) ! lot 2: 100 AAPL of 2026-02-02 2026 by 1000.00 short, tax 300.00
             2/2/2026 | AAPL | Apple | Buy | 40  | $190.00 | ($7,600.00)  ! lot 2: 40 AAPL of 2026-02-02 2026 by 400.00 short, tax 120.00
             2/4/2026 | AAPL | Apple | Buy | 100 | $190.00 | ($19,000.00) ! nothing
             2/6/2026 | AAPL | Apple | Buy | 100 | $190.00 | ($19,000.00) ! nothing
             2/2/2026 | MSFT | Microsoft | Buy | 100 | $190.00 | ($19,000.00) ! nothing
            """)
    void a_lot_that_would_have_been_sold_first_is_told_with_what_that_changes(String later, String told) {
        account++;
        String code = "A-00000" + account + "-GEN";
        // interest of another day each time: equal files would be the same statement
        String interest = "1/" + (20 + account) + "/2026 | | Interest Payment | INT | | | $1.00";
        assertThat(told(desk.run(IN_ORDER + "\n" + lastLine(interest), code, StatementDesk.DAY, false)))
                .isEmpty();
        StatementReport report = desk.run(StatementDesk.robinhood(later, interest), code, NEXT, false);
        assertThat(report.counts().duplicate()).isEqualTo(1);
        assertThat(told(report).isEmpty() ? "nothing" : told(report)).isEqualTo(told);
    }

    private static String lastLine(String line) {
        return StatementDesk.robinhood(line).lines().skip(1).collect(Collectors.joining());
    }

    @Test
    void the_ledger_keeps_what_was_matched_and_is_told_of_once() {
        String code = "A-000006-GEN";
        desk.run(
                StatementDesk.robinhood(
                        "2/3/2026 | AAPL | Apple | Buy  | 90 | $200.00 | ($18,000.00)",
                        "2/5/2026 | AAPL | Apple | Sell | 90 | $210.00 | $18,900.00"),
                code,
                StatementDesk.DAY,
                false);
        String late = "2/2/2026 | AAPL | Apple | Buy | 90 | $190.00 | ($17,100.00)";
        assertThat(desk.run(StatementDesk.robinhood(late), code, NEXT, false).late())
                .hasSize(1);
        assertThat(desk.rows("""
                        select l.no, l.open_quantity, l.open_cost from lot l join account a on a.id = l.account_id
                        where a.code = 'A-000006-GEN' order by l.no""")).containsExactly("1 0 0.00", "2 90 17100.00");
        StatementReport again = desk.run(
                StatementDesk.robinhood(late, "2/9/2026 | | Interest Payment | INT | | | $2.00"), code, NEXT, false);
        assertThat(again.late()).as("a duplicate is not late once more").isEmpty();
        assertThat(desk.isClean()).isTrue();
    }
}
