package io.alluse.tax;

import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.money.Percent;

/** The tax of one calendar year: the losses carried into it, what was netted, and what is left of either character. */
record YearTax(TaxYear of, Terms carried, Money netted, Terms net) {

    static YearTax of(TaxYear year, Terms carried) {
        YearResult result = year.result();
        Terms all = new Terms(result.shortTerm(), result.longTerm()).plus(carried);
        Money opposed = all.opposed();
        return new YearTax(year, carried, opposed, all.netted(opposed));
    }

    Money shortTax() {
        return tax(net.shortTerm().max(Money.ZERO), of.rates().shortTerm());
    }

    Money longTax() {
        return tax(net.longTerm().max(Money.ZERO), of.rates().longTerm());
    }

    /** Less than nothing in a year in which more dividends were taken back than paid. */
    Money dividendTax() {
        return tax(of.result().dividends(), of.rates().dividend());
    }

    private static Money tax(Money amount, Percent rate) {
        return amount.isZero() ? Money.ZERO : amount.percent(rate);
    }

    Money due() {
        return shortTax().plus(longTax()).plus(dividendTax());
    }

    /** The net loss that goes into the next year, its character kept. */
    Terms carriedOn() {
        return net.losses();
    }
}
