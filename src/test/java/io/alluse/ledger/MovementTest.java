package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', useHeadersInDisplayName = true, textBlock = """
             FROM      | TO        | AMOUNT      | TRANSFER | LINE | REFUSED
             CASH      | BUFFER    | 0           |          |      | a movement is positive, was 0.00
             CASH      | BUFFER    | -0.01       |          |      | a movement is positive, was -0.01
             CASH      | CASH      | 1           |          |      | a movement has two ends
             CASH      | TRANSFERS | 1           |          |      | TRANSFERS moves with a transfer id
             CASH      | BUFFER    | 1           | T        |      | TRANSFERS moves with a transfer id
             CASH      | BUFFER    | 0.000000001 |          |      | at most 8 decimals
             CASH      | TRANSFERS | 1           | T-1_b    | a_c  | the transfer of a movement must be plain
             CASH      | TRANSFERS | 1           | ""       |      | the transfer of a movement must be plain
             PREMIUM   | CASH      | 1           |          | 7_8  | the line of a movement must be plain
             PREMIUM   | CASH      | 1           |          | 7/8  | the line of a movement must be plain
             PREMIUM   | CASH      | 1           |          | ""   | the line of a movement must be plain
            """)
    void what_is_no_movement_is_refused(
            LedgerAccount from,
            LedgerAccount to,
            String amount,
            @Nullable String transfer,
            @Nullable String line,
            String refused) {
        assertThatThrownBy(() ->
                        new Movement(from, to, Money.of(amount), Postings.DAY, separated(transfer), separated(line)))
                .hasMessageContaining(refused);
    }

    /** What a table can't hold: the separators of the canonical text. */
    private static @Nullable String separated(@Nullable String text) {
        return text == null ? null : text.replace('_', '|').replace('/', '\n');
    }

    @ParameterizedTest
    @CsvSource({"0.00000001", "0.01", "1.5", "99999999999999999999.12345678"})
    void what_brokers_report_is_moved_exactly(String amount) {
        Balances after =
                Balances.ZERO.after(List.of(Postings.move(LedgerAccount.INTEREST, LedgerAccount.CASH, amount)));
        assertThat(after.of(LedgerAccount.CASH)).isEqualTo(Money.of(amount));
        assertThat(after.natural(LedgerAccount.INTEREST)).isEqualTo(Money.of(amount));
    }

    @Test
    void whatever_moves_the_balances_sum_to_zero() {
        for (LedgerAccount from : LedgerAccount.values()) {
            for (LedgerAccount to : LedgerAccount.values()) {
                if (from != to && from != LedgerAccount.TRANSFERS && to != LedgerAccount.TRANSFERS) {
                    Balances after = Balances.ofMovements(List.of(Postings.move(from, to, "12.34567891")));
                    assertThat(after.of(to)).isEqualTo(Money.of("12.34567891"));
                    assertThat(after.of(from)).isEqualTo(Money.of("-12.34567891"));
                    assertThat(after.inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                            .isEqualTo(Money.ZERO);
                }
            }
        }
    }
}
