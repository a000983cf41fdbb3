package io.alluse.taxledger;

import io.alluse.holding.Term;
import io.alluse.money.Money;
import java.util.List;

/** The last line of a part of Form 8949. */
public record TermSum(Money proceeds, Money cost, Money adjustment, Money gain) {

    static final TermSum NOTHING = new TermSum(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static TermSum of(List<Disposal> disposals, Term term) {
        TermSum sum = NOTHING;
        for (Disposal disposal : disposals) {
            sum = disposal.term() == term ? sum.plus(disposal) : sum;
        }
        return sum;
    }

    TermSum plus(TermSum other) {
        return new TermSum(
                proceeds.plus(other.proceeds),
                cost.plus(other.cost),
                adjustment.plus(other.adjustment),
                gain.plus(other.gain));
    }

    private TermSum plus(Disposal disposal) {
        return new TermSum(
                proceeds.plus(disposal.proceeds()),
                cost.plus(disposal.cost()),
                adjustment.plus(disposal.disallowed()),
                gain.plus(disposal.gain()));
    }
}
