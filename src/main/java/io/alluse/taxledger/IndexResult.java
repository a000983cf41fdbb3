package io.alluse.taxledger;

import io.alluse.holding.Lot;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a section 1256 contract earned until it was closed, or until the end of a year, when it counts as sold: Form 6781.
 *
 * @param closedBy the line that closed it; empty for a mark at the end of a year
 */
public record IndexResult(Lot lot, String closedBy, BigDecimal quantity, LocalDate date, Money gain) {

    private static final Percent LONG_TERM = Percent.of("60");

    public boolean isMark() {
        return closedBy.isEmpty();
    }

    public Money longTerm() {
        return gain.percent(LONG_TERM);
    }

    public Money shortTerm() {
        return gain.minus(longTerm());
    }
}
