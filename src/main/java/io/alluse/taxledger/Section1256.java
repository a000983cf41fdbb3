package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.money.Money;
import io.alluse.taxledger.TaxLedger.Holding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Marks at the ends of years, each the cost from which the next year begins (docs/rules.md 9.2). */
final class Section1256 {

    private static final int DECEMBER_DAYS = 31;

    private final YearEndMarks marks;
    private final LocalDate asOf;
    private final Holding holding;
    private final List<IndexResult> results = new ArrayList<>();
    private final List<String> unmarked = new ArrayList<>();

    Section1256(YearEndMarks marks, LocalDate asOf, Holding holding) {
        this.marks = marks;
        this.asOf = asOf;
        this.holding = holding;
    }

    List<IndexResult> results() {
        return results;
    }

    /** Positions over the end of a year of which no price is known. */
    List<String> unmarked() {
        return unmarked;
    }

    /** Costs have the sign of the lot: what was received is negative. What goes to another account is marked there from then on. */
    void closed(Lot lot, Closing closing) {
        Money opening = lot.isShort() ? closing.proceeds().negated() : closing.cost();
        Money ending = lot.isShort() ? closing.cost().negated() : closing.proceeds();
        Money basis = marked(lot, closing.quantity(), opening, closing.date());
        if (closing.how() != How.TRANSFER) {
            results.add(new IndexResult(lot, closing.line(), closing.quantity(), closing.date(), ending.minus(basis)));
        }
    }

    void open(Lot lot) {
        marked(lot, lot.openQuantity(), lot.openCost(), asOf.plusDays(1));
    }

    /** Marks every year that ends before the position does; the answer is the value at the last mark. */
    private Money marked(Lot lot, BigDecimal quantity, Money opening, LocalDate end) {
        Money basis = opening;
        LocalDate date = LocalDate.of(holding.origin(lot).purchased().getYear(), Month.DECEMBER, DECEMBER_DAYS);
        for (; date.isBefore(end); date = date.plusYears(1)) {
            Optional<BigDecimal> price = marks.price(lot.instrument(), date.getYear());
            boolean elsewhere = date.isBefore(lot.opened());
            if (price.isPresent()) {
                Money value = value(price.get(), quantity, lot);
                if (!elsewhere) {
                    results.add(new IndexResult(lot, "", quantity, date, value.minus(basis)));
                }
                basis = value;
            } else if (!elsewhere) {
                unmarked.add("no price of " + lot.instrument() + " at the end of " + date.getYear());
            }
        }
        return basis;
    }

    private static Money value(BigDecimal price, BigDecimal quantity, Lot lot) {
        BigDecimal value = price.multiply(quantity).multiply(lot.instrument().multiplier());
        return Money.of(value.setScale(Money.CENT, RoundingMode.HALF_UP));
    }
}
