package io.alluse.ordering;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Something that can be bought by the unit. */
record Offer(String symbol, BigDecimal price, LocalDate priceDate, Money unitCost) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Offer ofShares(String symbol, BigDecimal price, LocalDate priceDate) {
        return new Offer(symbol, price, priceDate, upToTheCent(price));
    }

    /** An option on a hundred shares: its own price, or the price of the share where that is what backs it. */
    static Offer ofContracts(String symbol, BigDecimal price, LocalDate priceDate) {
        return new Offer(symbol, price, priceDate, upToTheCent(price.multiply(HUNDRED)));
    }

    private static Money upToTheCent(BigDecimal amount) {
        return Money.of(amount.setScale(Money.CENT, RoundingMode.UP));
    }

    /** As many as can be paid. */
    long units(Money money) {
        return money.amount().divideToIntegralValue(unitCost.amount()).longValueExact();
    }

    Money cost(long units) {
        return unitCost.times(units);
    }
}
