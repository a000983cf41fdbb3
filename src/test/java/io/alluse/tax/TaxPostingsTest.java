package io.alluse.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.tax.TaxDecision.Settle;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Movements, the arithmetic that is kept with them, and the same as people read it. */
class TaxPostingsTest {

    private static final BusinessDay TODAY = BusinessDay.parse("2026-01-09");
    private static final Policy STANDARD = TaxFixture.STANDARD;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                                                | RESULTS     | MOVEMENTS
             CASH 97000 BUFFER 5000                               | 2026 S 2000 | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 600.00, CASH>BUFFER 70.00
             CASH 100 BUFFER 5000                                 | 2026 S 2000 | TAX_PAYABLE>TAXES 600.00, CASH>TAX_RESERVE 100.00
             CASH 95000 BUFFER 5000                               | 2026 S 0    |
             CASH 95000 BUFFER 4999                               |             | CASH>BUFFER 0.95
             CASH 0 BUFFER 5000 TAX_PAYABLE 9 TAX_RESERVE 9 TAXES 9 |           | TAXES>TAX_PAYABLE 9.00, TAX_RESERVE>CASH 9.00
             CASH 9 TAXES 9                                       |             | TAXES>TAX_PAYABLE 9.00, CASH>BUFFER 0.90
            """, useHeadersInDisplayName = true)
    void money_moves_in_the_order_accrual_reserve_buffer(
            String holds, @Nullable String results, @Nullable String movements) {
        String moved = settled(holds, results).stream()
                .flatMap(settle -> TaxPostings.movements(settle, TODAY).stream())
                .map(TaxPostingsTest::text)
                .collect(Collectors.joining(", "));
        assertThat(moved).isEqualTo(movements == null ? "" : movements);
    }

    private static String text(Movement movement) {
        assertThat(movement.effective()).isEqualTo(TODAY.date());
        return movement.from() + ">" + movement.to() + " " + movement.amount();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
             HOLDS                  | RESULTS                     | DETAIL
             CASH 97000 BUFFER 5000 | 2026 S 2000                 | {"buffer":{"before":"5000","moved":"70","netWorth":"101400","rate":"5%","target":"5070"},"reserve":{"moved":"600","payable":"600"},"tax":{"accrual":"600","due":"600","years":[{"due":"600","short":"2000","shortRate":"30%","year":2026}]}}
             CASH 95000 BUFFER 4000 |                             | {"buffer":{"before":"4000","moved":"950","netWorth":"99000","rate":"5%","target":"4950"}}
             CASH 1 SECURITIES 1000 |                             | {"buffer":{"limit":"free cash","moved":"1","netWorth":"1001","rate":"5%","target":"50.05"}}
             CASH 1 BUFFER 9        | 2026 D 100                  | {"reserve":{"limit":"free cash","moved":"1","payable":"15"},"tax":{"accrual":"15","due":"15","years":[{"dividendRate":"15%","dividends":"100","due":"15","year":2026}]}}
             BUFFER 999             | 2026 D 100                  | {"reserve":{"limit":"free cash","payable":"15"},"tax":{"accrual":"15","due":"15","years":[{"dividendRate":"15%","dividends":"100","due":"15","year":2026}]}}
             BUFFER 999 TAXES 20    | 2026 D 100                  | {"tax":{"accrual":"-5","before":"20","due":"15","years":[{"dividendRate":"15%","dividends":"100","due":"15","year":2026}]}}
             BUFFER 999 TAXES 20 TAX_RESERVE 7 TAX_PAYABLE 7 |    | {"reserve":{"before":"7","moved":"-7","payable":"-13"},"tax":{"accrual":"-20","before":"20"}}
             CASH 99 BUFFER 99      | 2024 S -50 L -7; 2025 S 0; 2026 S 40 L 20 D 1 | {"reserve":{"moved":"0.6","payable":"0.6"},"tax":{"accrual":"0.6","due":"0.6","years":[{"long":"-7","short":"-50","year":2024},{"carriedLong":"-7","carriedShort":"-50","dividendRate":"15%","dividends":"1","due":"0.6","long":"20","longRate":"15%","netted":"10","short":"40","year":2026}]}}
            """, useHeadersInDisplayName = true)
    void the_arithmetic_is_kept_without_what_is_zero(String holds, @Nullable String results, String detail) {
        assertThat(settled(holds, results))
                .singleElement()
                .satisfies(settle ->
                        assertThat(TaxPostings.detail(settle).toString()).isEqualTo(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             HOLDS                  | RESULTS                     | LINES
             CASH 97000 BUFFER 5000 | 2026 S 2000                 | tax 2026: 30% of 2,000.00 = 600.00 / tax: due 600.00, accrued before 0.00, accrues 600.00 / reserve: tax payable 600.00, has 0.00, set aside 600.00 / buffer: 5% of 101,400.00 = 5,070.00, has 5,000.00, refilled by 70.00
             CASH 1 SECURITIES 1000 |                             | buffer: 5% of 1,001.00 = 50.05, has 0.00, refilled by 1.00: no more free cash
             BUFFER 999             | 2026 S 10 L 20 D 100        | tax 2026: 30% of 10.00 = 3.00 + 15% of 20.00 = 3.00 + 15% of 100.00 = 15.00; in all 21.00 / tax: due 21.00, accrued before 0.00, accrues 21.00 / reserve: tax payable 21.00, has 0.00, set aside 0.00: no more free cash
             BUFFER 999 TAXES 20 TAX_RESERVE 7 TAX_PAYABLE 7 |    | tax: due 0.00, accrued before 20.00, takes back 20.00 / reserve: tax payable -13.00, has 7.00, released 7.00
             CASH 99 BUFFER 99      | 2025 S -50 L -7; 2026 S 40 L 20 D 1 | tax 2025: short -50.00, long -7.00; nothing taxed; carried on, short -50.00, long -7.00 / tax 2026: short 40.00, long 20.00, carried in, short -50.00, carried in, long -7.00, gain set against loss 10.00; 15% of 3.00 = 0.45 + 15% of 1.00 = 0.15; in all 0.60 / tax: due 0.60, accrued before 0.00, accrues 0.60 / reserve: tax payable 0.60, has 0.00, set aside 0.60
             CASH 99 BUFFER 99      | 2026 S 100 L -40            | tax 2026: short 100.00, long -40.00, gain set against loss 40.00; 30% of 60.00 = 18.00 / tax: due 18.00, accrued before 0.00, accrues 18.00 / reserve: tax payable 18.00, has 0.00, set aside 18.00
            """, useHeadersInDisplayName = true)
    void the_arithmetic_reads_as_a_person_would_write_it(String holds, @Nullable String results, String lines) {
        assertThat(settled(holds, results))
                .singleElement()
                .satisfies(settle -> assertThat(TaxText.lines(settle)).containsExactly(lines.split(" / ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             RESULTS                 | KIND
             2026 S 2000             | SETTLED
             2026 S 2000; 2027 S 1   | POSTED
             2026 S 2000; 2027 S 0   | SETTLED
            """, useHeadersInDisplayName = true)
    void an_account_with_later_results_does_not_count_as_settled(String results, EventKind kind) {
        AccountHead head = TaxFixture.head("CASH 97000 BUFFER 5000");
        Settle settle = settle(head, results);
        Posting posting = TaxAndBuffer.posting(settle, head, STANDARD, TODAY);
        assertThat(posting.kind()).isEqualTo(kind);
        assertThat(posting.movements()).isEqualTo(TaxAndBuffer.movements(settle, TODAY));
        assertThat(posting.detail()).hasToString(TaxAndBuffer.detail(settle).toString());
    }

    @Test
    void the_event_is_that_of_the_rule_on_the_business_date() {
        AccountHead head = TaxFixture.head("CASH 97000 BUFFER 5000");
        Posting posting = TaxAndBuffer.posting(settle(head, "2026 S 2000"), head, STANDARD, TODAY);
        assertThat(posting.rule()).isEqualTo("tax-and-buffer");
        assertThat(posting.ref()).isEqualTo("2026-01-09");
        assertThat(posting.after()).isEqualTo(head.chain());
        assertThat(posting.effective()).isEqualTo(TODAY.date());
        assertThat(posting.policy()).isEqualTo(STANDARD.hash());
        assertThat(posting.baseChange()).isEqualTo(Money.ZERO);
        assertThat(posting.state()).isNull();
        assertThat(posting.announcements()).isEmpty();
    }

    private static Settle settle(AccountHead head, String results) {
        return (Settle) TaxAndBuffer.decide(head, STANDARD, TaxFixture.years(results, STANDARD), TODAY);
    }

    /** One, or none where there is nothing to do. */
    private static List<Settle> settled(String holds, @Nullable String results) {
        TaxDecision decision =
                TaxAndBufferRule.decide(TaxFixture.head(holds), STANDARD, TaxFixture.years(results, STANDARD), TODAY);
        return decision instanceof Settle settle ? List.of(settle) : List.of();
    }
}
