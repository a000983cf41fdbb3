package io.alluse.ledger;

import static io.alluse.ledger.LedgerAccount.BUFFER;
import static io.alluse.ledger.LedgerAccount.CAPITAL;
import static io.alluse.ledger.LedgerAccount.CASH;
import static io.alluse.ledger.LedgerAccount.SHORT_OPTIONS;
import static io.alluse.ledger.LedgerAccount.SUSPENSE;
import static io.alluse.ledger.LedgerAccount.TAXES;
import static io.alluse.ledger.LedgerAccount.TAX_PAYABLE;
import static io.alluse.ledger.Postings.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancesTest {

    private static final Balances OPENED =
            Balances.ofMovements(List.of(move(CAPITAL, CASH, "100000"), move(CASH, BUFFER, "5000")));

    @Test
    void a_balance_is_debits_minus_credits() {
        assertThat(OPENED).hasToString("Balances[CASH=95000.00 BUFFER=5000.00 CAPITAL=-100000.00]");
        assertThat(OPENED.netWorth()).isEqualTo(Money.of("100000"));
    }

    @Test
    void what_is_owed_is_no_net_worth() {
        Balances owing = OPENED.after(List.of(move(TAX_PAYABLE, TAXES, "600"), move(SHORT_OPTIONS, CASH, "2000")));
        assertThat(owing.netWorth()).isEqualTo(Money.of("99400"));
        assertThat(owing.natural(TAX_PAYABLE)).isEqualTo(Money.of("600"));
        assertThat(owing.natural(SHORT_OPTIONS)).isEqualTo(Money.of("2000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             ACCOUNT             | NATURAL
             CASH                | 1.00
             BUFFER              | 1.00
             TAX_RESERVE         | 1.00
             ALLOCATED_CONTRACTS | 1.00
             ALLOCATED_SHARES    | 1.00
             ALLOCATED_LEAPS     | 1.00
             SECURITIES          | 1.00
             SHORT_OPTIONS       | -1.00
             TAX_PAYABLE         | -1.00
             SUSPENSE            | 1.00
             CAPITAL             | -1.00
             TRANSFERS           | -1.00
             WITHDRAWALS         | 1.00
             PREMIUM             | -1.00
             GAINS_SHORT         | -1.00
             GAINS_LONG          | -1.00
             DIVIDENDS           | -1.00
             INTEREST            | -1.00
             FEES                | 1.00
             TAXES               | 1.00
            """)
    void a_debit_balance_of_one_reads(LedgerAccount account, String natural) {
        assertThat(account.natural(Money.of("1"))).hasToString(natural);
    }

    @Test
    void an_account_with_money_in_suspense_is_not_empty() {
        assertThat(Balances.ZERO.isEmpty()).isTrue();
        assertThat(OPENED.isEmpty()).isFalse();
        assertThat(Balances.ofMovements(List.of(move(CAPITAL, SUSPENSE, "1"))).isEmpty())
                .isFalse();
    }

    @Test
    void order_of_the_chart_there_and_back() {
        assertThat(Balances.of(OPENED.inChartOrder())).isEqualTo(OPENED);
        assertThat(OPENED.plus(Balances.ZERO)).isEqualTo(OPENED).hasSameHashCodeAs(OPENED);
        assertThatThrownBy(() -> Balances.of(List.of(Money.ZERO))).hasMessageContaining("20 accounts, not 1");
    }
}
