package io.alluse.holding;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What one line of a statement opened, and what is left of it. Long: quantity and cost are positive. Short: both are negative, the cost
 * being what was received. So the open costs of an account add up to its SECURITIES and SHORT_OPTIONS.
 *
 * @param no 1, 2, 3 … per account, in the order in which the lines were taken
 * @param opened the effective date of the line
 * @param acquired the day after which the holding period runs; before {@code opened} where it was taken over from another lot
 * @param quantity as opened; splits change what is open only
 * @param cost as opened
 * @param line the line that opened it
 */
public record Lot(
        int no,
        Instrument instrument,
        LocalDate opened,
        LocalDate acquired,
        BigDecimal quantity,
        Money cost,
        BigDecimal openQuantity,
        Money openCost,
        String line) {

    public boolean isOpen() {
        return openQuantity.signum() != 0;
    }

    public boolean isShort() {
        return quantity.signum() < 0;
    }

    /** What has to be there if it is assigned (docs/rules.md 1.7): nothing, unless it is a short put. */
    public Money bound() {
        return openQuantity.signum() < 0 && instrument instanceof OptionContract option && option.right() == Right.PUT
                ? Money.of(option.strike()
                        .multiply(option.multiplier())
                        .multiply(openQuantity.negate())
                        .setScale(Money.CENT, RoundingMode.UP))
                : Money.ZERO;
    }

    /** A written option, whose premium is owed until it ends. */
    public boolean isWritten() {
        return isShort() && instrument instanceof OptionContract;
    }
}
