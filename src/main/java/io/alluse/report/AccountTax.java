package io.alluse.report;

import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.TaxPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/** The tax ledger of an account. Estimates, not advice. */
public record AccountTax(String account, TaxLedger ledger) {

    private static final int LAST_DAY = 31;

    /** What was realized in a calendar year. */
    public TaxPeriod year(int year) {
        return ledger.period(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, LAST_DAY));
    }

    /** Those in which something was realized. */
    public List<Integer> years() {
        return Stream.concat(
                        ledger.disposals().stream().map(row -> row.closed().getYear()),
                        ledger.indexes().stream().map(row -> row.date().getYear()))
                .sorted()
                .distinct()
                .toList();
    }
}
