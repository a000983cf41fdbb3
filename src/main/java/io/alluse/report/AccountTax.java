package io.alluse.report;

import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.TaxPeriod;
import io.alluse.taxledger.YearSum;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tax ledger of an account: of a calendar year, or from its beginning. Estimates, not advice.
 *
 * @param unmarked section 1256 contracts that went over the end of a year of which no price is loaded
 */
public record AccountTax(String account, TaxPeriod realized, List<YearSum> sums, List<String> unmarked) {

    private static final int LAST_DAY = 31;

    public AccountTax {
        sums = List.copyOf(sums);
        unmarked = List.copyOf(unmarked);
    }

    static AccountTax of(String account, TaxLedger ledger, @Nullable Integer year) {
        TaxPeriod realized = year == null ? ledger.period(LocalDate.MIN, LocalDate.MAX) : year(ledger, year);
        List<YearSum> sums = years(realized)
                .map(each -> YearSum.of(each, year(ledger, each)))
                .toList();
        return new AccountTax(account, realized, sums, ledger.unmarked());
    }

    private static TaxPeriod year(TaxLedger ledger, int year) {
        return ledger.period(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, LAST_DAY));
    }

    private static Stream<Integer> years(TaxPeriod realized) {
        return Stream.concat(
                        realized.disposals().stream().map(row -> row.closed().getYear()),
                        realized.indexes().stream().map(row -> row.date().getYear()))
                .sorted()
                .distinct();
    }

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return sums.isEmpty() && unmarked.isEmpty();
    }
}
