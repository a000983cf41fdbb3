package io.alluse.taxledger;

import io.alluse.money.Money;
import io.alluse.money.Percent;

/** By how much the gains of a year would be other ones; negative is less. */
public record TermChange(int year, Money shortTerm, Money longTerm) {

    /** At these rates, before any netting: an estimate. */
    public Money tax(Percent shortRate, Percent longRate) {
        return shortTerm.percent(shortRate).plus(longTerm.percent(longRate));
    }

    TermChange plus(TermChange other) {
        return new TermChange(year, shortTerm.plus(other.shortTerm), longTerm.plus(other.longTerm));
    }

    boolean isNothing() {
        return shortTerm.isZero() && longTerm.isZero();
    }
}
