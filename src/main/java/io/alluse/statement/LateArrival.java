package io.alluse.statement;

import io.alluse.money.Money;
import io.alluse.policy.TaxRates;
import io.alluse.taxledger.LateLots;
import io.alluse.taxledger.TermChange;

/**
 * Lots of one instrument that a statement brought after later ones had been sold in their place; nothing is matched anew
 * (docs/rules.md 9.5).
 *
 * @param late those of this statement, and by how much the gains would differ for all lots of the instrument that came too late so far
 * @param rates by which the account's tax is estimated
 */
public record LateArrival(String account, LateLots late, TaxRates rates) {

    /** By how much the tax of that year would differ. */
    public Money tax(TermChange change) {
        return change.tax(rates.shortTerm(), rates.longTerm());
    }
}
