package io.alluse.holding;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of amounts and quantities: cut half up, to the cent or to the eighth decimal; whoever takes the last part takes what is left. */
public final class Shares {

    private static final int MOST_DECIMALS = 8;

    private Shares() {}

    public static Money of(Money amount, BigDecimal part, BigDecimal whole) {
        if (amount.isZero() || part.compareTo(whole) == 0) {
            return amount;
        }
        return Money.of(amount.amount().multiply(part).divide(whole, Money.CENT, RoundingMode.HALF_UP));
    }

    public static BigDecimal of(BigDecimal quantity, BigDecimal part, BigDecimal whole) {
        if (part.compareTo(whole) == 0) {
            return quantity;
        }
        return quantity.multiply(part).divide(whole, MOST_DECIMALS, RoundingMode.HALF_UP);
    }

    public static Money cent(BigDecimal amount) {
        return Money.of(amount.setScale(Money.CENT, RoundingMode.HALF_UP));
    }

    /** As people write it. */
    public static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
