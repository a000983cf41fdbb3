package io.alluse.tax;

import io.alluse.ledger.YearResult;
import io.alluse.policy.TaxRates;

/** The results of a calendar year with the rates in force at its end; for the current year those of today's policy. */
public record TaxYear(YearResult result, TaxRates rates) {

    boolean hasResults() {
        return !(result.shortTerm().isZero()
                && result.longTerm().isZero()
                && result.dividends().isZero());
    }
}
