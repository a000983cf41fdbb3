package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorporateActionsTest {

    private static Desk desk() {
        return Desk.empty().say("""
                2022-01-10 BUY 100 AAPL $-1000.00
                2024-02-01 BUY 50 AAPL $-800.00
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINE                                              | MOVEMENTS                    | FIRST LOT           | SECOND LOT
             SPLIT 450 AAPL                                    | ''                           | 400 AAPL 1000.00    | 200 AAPL 800.00
             SPLIT -135 AAPL                                   | ''                           | 10 AAPL 1000.00     | 5 AAPL 800.00
             SYMBOL_CHANGE AAPL became=APPL                    | ''                           | 100 APPL 1000.00    | 50 APPL 800.00
             MERGER 30 AAPL became=MSFT                        | ''                           | 20 MSFT 1000.00     | 10 MSFT 800.00
             MERGER 30 AAPL became=MSFT $300.00                | SECURITIES>CASH 300.00       | 20 MSFT 800.00      | 10 MSFT 700.00
             RETURN_OF_CAPITAL AAPL $150.00                    | SECURITIES>CASH 150.00       | 100 AAPL 900.00     | 50 AAPL 750.00
             RETURN_OF_CAPITAL AAPL $1800.00                   | SECURITIES>CASH 1800.00, GAINS_LONG>SECURITIES 200.00 | 100 AAPL 0.00 | 50 AAPL 200.00
             RETURN_OF_CAPITAL AAPL $-150.00                   | CASH>SECURITIES 150.00       | 100 AAPL 1100.00    | 50 AAPL 850.00
             CASH_IN_LIEU AAPL $3.00                           | SECURITIES>CASH 3.00, GAINS_LONG>SECURITIES 3.00 | 100 AAPL 1000.00 | 50 AAPL 800.00
             CASH_IN_LIEU -0.5 AAPL $6.00                      | SECURITIES>CASH 6.00, GAINS_LONG>SECURITIES 1.00 | 99.5 AAPL 995.00 | 50 AAPL 800.00
            """)
    void lots_change_and_their_cost_is_kept(String line, String movements, String first, String second) {
        Desk desk = desk().say("2024-03-01 " + line).done().check();

        assertThat(desk.lastTold()).isEqualTo("l3: " + movements);
        assertThat(desk.open()).containsExactly(first, second);
    }

    @Test
    void shares_spun_off_take_over_their_part_of_the_basis_and_the_dates() {
        Desk desk = desk().say("2024-03-01 SPIN_OFF 30 AAPL became=KID basis=450.00")
                .done()
                .check();

        assertThat(desk.lastTold()).isEqualTo("l3: ");
        assertThat(desk.open()).containsExactly("100 AAPL 750.00", "50 AAPL 600.00", "20 KID 250.00", "10 KID 200.00");
        desk.say("2024-03-04 SELL -30 KID $600.00").done();
        assertThat(desk.closed()).containsExactly("3: 20 400.00-250.00 LONG", "4: 10 200.00-200.00 SHORT");
    }

    @Test
    void shares_spun_off_without_an_allocation_cost_nothing_and_it_is_said() {
        Desk desk = desk().say("2024-03-01 SPIN_OFF 30 AAPL became=KID").done().check();

        assertThat(desk.lastTold()).contains("KID arrives by a spin-off without a part of a basis");
        assertThat(desk.open()).containsExactly("100 AAPL 1000.00", "50 AAPL 800.00", "30 KID 0.00");
    }

    @Test
    void a_merger_for_money_is_a_disposal() {
        Desk desk = desk().say("2024-03-01 MERGER -150 AAPL $3000.00").done().check();

        assertThat(desk.closed()).containsExactly("1: 100 2000.00-1000.00 LONG", "2: 50 1000.00-800.00 SHORT");
        assertThat(desk.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             LINE                                        | REASON
             SPLIT -150 AAPL                             | a split changes AAPL by -150, but 150 are held
             MERGER -200 AAPL $3000.00                   | money for 200 AAPL, but 150 are held
             MERGER -30 AAPL became=MSFT                 | AAPL becomes -30 MSFT, but 150 are held
             SYMBOL_CHANGE AAPL became=AAPL              | AAPL becomes what it is
             CASH_IN_LIEU 0.5 AAPL $3.00                 | 0.5 AAPL for money, but 150 are held
             SPIN_OFF 30 AAPL became=KID basis=1800.01   | a spin-off of 30 KID takes 1800.01 of the basis, but 150 are held at 1800.00
            """)
    void what_does_not_fit_the_position_is_refused(String line, String reason) {
        Desk desk = desk().say("2024-03-01 " + line).done().check();

        assertThat(desk.lastTold()).isEqualTo("l3: refused: " + reason);
        assertThat(desk.open()).containsExactly("100 AAPL 1000.00", "50 AAPL 800.00");
    }

    @Test
    void parts_of_a_share_are_cut_at_the_eighth_decimal_and_none_is_lost() {
        Desk desk = Desk.empty().say("""
                2024-01-10 BUY 1 AAPL $-100.00
                2024-01-11 BUY 1 AAPL $-100.00
                2024-01-12 BUY 1 AAPL $-100.00
                2024-03-01 SPLIT -2 AAPL
                """).done().check();

        assertThat(desk.open())
                .containsExactly("0.33333333 AAPL 100.00", "0.33333334 AAPL 100.00", "0.33333333 AAPL 100.00");
    }
}
