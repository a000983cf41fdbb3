package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md 5.1: S, L and D of a calendar year, by effective date. */
class YearResultTest {

    private static LedgerFixture fixture;

    @BeforeAll
    static void create() {
        fixture = LedgerFixture.ofMains(3);
    }

    @AfterAll
    static void drop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             MOVEMENTS                                                               | YEARS
             PREMIUM>CASH 2000 2026-01-09                                            | 2026: 2000.00 0.00 0.00
             GAINS_SHORT>CASH 10 2026-01-09, INTEREST>CASH 0.5 2026-01-09            | 2026: 10.50 0.00 0.00
             GAINS_LONG>CASH 7 2026-01-09                                            | 2026: 0.00 7.00 0.00
             DIVIDENDS>CASH 7.00000001 2026-01-09                                    | 2026: 0.00 0.00 7.00000001
             CASH>FEES 3 2026-01-09                                                  | 2026: -3.00 0.00 0.00
             FEES>CASH 3 2026-01-09                                                  | 2026: 3.00 0.00 0.00
             CASH>GAINS_LONG 9 2026-01-09                                            | 2026: 0.00 -9.00 0.00
             PREMIUM>FEES 4 2026-01-09                                               | 2026: 0.00 0.00 0.00
             GAINS_SHORT>GAINS_LONG 4 2026-01-09                                     | 2026: 4.00 -4.00 0.00
             PREMIUM>CASH 1 2025-12-31, PREMIUM>CASH 2 2026-01-01                    | 2025: 1.00 0.00 0.00, 2026: 2.00 0.00 0.00
             CASH>BUFFER 5 2026-01-09, CASH>TAXES 5 2026-01-09, CASH>WITHDRAWALS 1 2026-01-09 |
            """)
    void movements_make_results(String movements, String years) {
        assertThat(text(YearResult.ofMovements(movements(movements)))).isEqualTo(years == null ? "" : years);
    }

    private static List<Movement> movements(String text) {
        return Arrays.stream(text.split(", ")).map(YearResultTest::movement).toList();
    }

    /** {@code PREMIUM>CASH 2000 2026-01-09}. */
    private static Movement movement(String text) {
        String[] parts = text.split("[> ]");
        return Movement.of(
                LedgerAccount.valueOf(parts[0]),
                LedgerAccount.valueOf(parts[1]),
                Money.of(parts[2]),
                LocalDate.parse(parts[3]));
    }

    private static String text(Iterable<YearResult> years) {
        StringBuilder text = new StringBuilder();
        for (YearResult year : years) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(year.year() + ": " + year.shortTerm() + " " + year.longTerm() + " " + year.dividends());
        }
        return text.toString();
    }

    private static void post(String code, String ref, String movements) {
        fixture.post(
                code, after -> Postings.posting(after, ref, movements(movements).toArray(Movement[]::new)));
    }

    @Test
    void a_late_line_counts_in_the_year_it_is_effective_in() {
        post("A-000001-GEN", "december", "PREMIUM>CASH 100 2025-12-30, CASH>FEES 1.25 2025-12-30");
        post("A-000001-GEN", "january", "PREMIUM>CASH 40 2026-01-05, DIVIDENDS>CASH 3 2025-12-31");
        post("A-000001-GEN", "late", "CASH>GAINS_SHORT 120 2025-12-31, GAINS_LONG>CASH 0.001 2026-01-02");
        assertThat(years("A-000001-GEN")).isEqualTo("2025: -21.25 0.00 3.00, 2026: 40.00 0.001 0.00");
    }

    private static String years(String code) {
        AccountId id = fixture.id(code);
        return fixture.session()
                .transaction(() -> text(fixture.ledger().years(List.of(id)).getOrDefault(id, List.of())));
    }

    @Test
    void many_accounts_are_asked_at_once_and_those_without_results_are_left_out() {
        post("A-000002-GEN", "p", "PREMIUM>CASH 1 2026-01-05");
        post("A-000003-COM", "p", "PREMIUM>CASH 2 2024-01-05, PREMIUM>CASH 3 2026-01-05");
        List<AccountId> asked =
                List.of(fixture.id("A-000003-COM"), fixture.id("A-000002-REV"), fixture.id("A-000002-GEN"));
        assertThat(fixture.ledger().years(asked).entrySet().stream()
                        .map(entry -> entry.getKey().number() + " " + text(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining("; ")))
                .isEqualTo("2 2026: 1.00 0.00 0.00; 3 2024: 2.00 0.00 0.00, 2026: 3.00 0.00 0.00");
        assertThat(fixture.ledger().years(List.of())).isEmpty();
    }
}
