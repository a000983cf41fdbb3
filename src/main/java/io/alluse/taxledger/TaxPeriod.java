package io.alluse.taxledger;

import io.alluse.holding.Term;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What was realized in a period, both days included: rows of Form 8949 and of Form 6781. Estimates, not advice. */
public record TaxPeriod(LocalDate from, LocalDate to, List<Disposal> disposals, List<IndexResult> indexes) {

    public TaxPeriod {
        disposals = List.copyOf(disposals);
        indexes = List.copyOf(indexes);
    }

    public TermSum sum(Term term) {
        return TermSum.of(disposals, term);
    }

    /** Section 1256: all of it, of which 60% is long-term. */
    public Money indexGain() {
        return indexes.stream().map(IndexResult::gain).reduce(Money.ZERO, Money::plus);
    }

    public Money indexLongTerm() {
        return indexes.stream().map(IndexResult::longTerm).reduce(Money.ZERO, Money::plus);
    }

    /** Form 8949 and the part of section 1256 that counts for this term. */
    public Money gain(Term term) {
        Money ofIndexes = term == Term.LONG ? indexLongTerm() : indexGain().minus(indexLongTerm());
        return sum(term).gain().plus(ofIndexes);
    }
}
