package io.alluse.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 4.6. Money left on Monday, 2 March 2026; 15 business days later is 23 March. */
class SuspenseRuleTest {

    private static final LocalDate LEFT = LocalDate.of(2026, 3, 2);
    private static final int ANNOUNCE_DAYS = 15;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             AS               | HOLDS                                          | BASE | ON         | DEPOSIT | MOVEMENTS                                             | BASE CHANGE | ANNOUNCED
             OWNER_WITHDRAWAL | SUSPENSE 100 CASH 5                            | 500  | 2026-03-04 |         | SUSPENSE>WITHDRAWALS 100.00                           | -100.00     | none
             OWNER_WITHDRAWAL | SUSPENSE 100 CASH 5                            | 40   | 2026-03-04 |         | SUSPENSE>WITHDRAWALS 100.00                           | -40.00      | none
             RETURNED         | SUSPENSE 100 CASH 105                          | 600  | 2026-03-04 | a/7.1   | SUSPENSE>CAPITAL 100.00 a/7.1                         | -100.00     | none
             RETURNED         | SUSPENSE 100 CASH 5                            | 500  | 2026-03-04 |         | SUSPENSE>CASH 100.00                                  | 0.00        | 2026-03-02
             RETURNED         | SUSPENSE 100 CASH 5                            | 500  | 2026-03-23 |         | SUSPENSE>CASH 100.00                                  | 0.00        | 2026-03-02
             RETURNED         | SUSPENSE 100 CASH 5                            | 500  | 2026-03-24 |         | SUSPENSE>CASH 100.00                                  | 0.00        | 2026-03-24
             TAX_PAYMENT      | SUSPENSE 100 TAX_PAYABLE 300 TAX_RESERVE 300   | 500  | 2026-03-04 |         | SUSPENSE>TAX_PAYABLE 100.00, TAX_RESERVE>CASH 100.00  | 0.00        | none
             TAX_PAYMENT      | SUSPENSE 100 TAX_PAYABLE 300 TAX_RESERVE 30    | 500  | 2026-03-04 |         | SUSPENSE>TAX_PAYABLE 100.00, TAX_RESERVE>CASH 30.00   | 0.00        | none
             TAX_PAYMENT      | SUSPENSE 100                                   | 500  | 2026-03-04 |         | SUSPENSE>TAX_PAYABLE 100.00                           | 0.00        | none
            """, useHeadersInDisplayName = true)
    void each_meaning_has_its_movements(
            SuspenseAs as,
            String holds,
            String base,
            LocalDate on,
            @Nullable String deposit,
            String movements,
            String baseChange,
            String announced) {
        AccountHead head = FundingRuleTest.head(AccountState.SUSPENDED, holds, base);
        Resolution resolution = SuspenseRule.resolve(
                as, new SuspenseRule.Case(head, Money.of("100"), new Departure(LEFT, deposit), on, ANNOUNCE_DAYS));
        assertThat(resolution.movements().stream()
                        .map(moved -> moved.from() + ">" + moved.to() + " " + moved.amount()
                                + (moved.line() == null ? "" : " " + moved.line()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(movements);
        assertThat(resolution.baseChange()).hasToString(baseChange);
        assertThat(
                        resolution.announcements().isEmpty()
                                ? "none"
                                : resolution.announcements().getFirst().dated().toString())
                .isEqualTo(announced);
        assertThat(resolution.movements())
                .allSatisfy(moved -> assertThat(moved.effective()).isEqualTo(resolution.effective()));
        mustEmptySuspense(head, resolution, as);
    }

    /** What left CASH and was owed to the tax office, or came back, is net worth again. */
    private static void mustEmptySuspense(AccountHead head, Resolution resolution, SuspenseAs as) {
        Balances after = head.balances().after(resolution.movements());
        assertThat(after.of(LedgerAccount.SUSPENSE)).isEqualTo(Money.ZERO);
        Money more = after.netWorth().minus(head.balances().netWorth());
        boolean isWorth =
                as == SuspenseAs.TAX_PAYMENT || !resolution.announcements().isEmpty();
        assertThat(more).isEqualTo(isWorth ? Money.of("100") : Money.ZERO);
    }
}
