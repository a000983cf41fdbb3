package io.alluse.taxledger;

import io.alluse.holding.Term;
import io.alluse.money.Money;

/**
 * What a calendar year came to, of one account or of many. Estimates, not advice.
 *
 * @param shortTerm the last line of part I of Form 8949
 * @param longTerm the last line of part II
 * @param index section 1256: all of it
 * @param indexLongTerm the part of it that counts as long-term
 */
public record YearSum(int year, TermSum shortTerm, TermSum longTerm, Money index, Money indexLongTerm) {

    public static YearSum of(int year, TaxPeriod period) {
        return new YearSum(
                year, period.sum(Term.SHORT), period.sum(Term.LONG), period.indexGain(), period.indexLongTerm());
    }

    public YearSum plus(YearSum other) {
        return new YearSum(
                year,
                shortTerm.plus(other.shortTerm),
                longTerm.plus(other.longTerm),
                index.plus(other.index),
                indexLongTerm.plus(other.indexLongTerm));
    }

    public Money indexShortTerm() {
        return index.minus(indexLongTerm);
    }

    /** Both forms together. */
    public Money gain(Term term) {
        return switch (term) {
            case SHORT -> shortTerm.gain().plus(indexShortTerm());
            case LONG -> longTerm.gain().plus(indexLongTerm);
        };
    }
}
