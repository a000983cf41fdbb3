package io.alluse.holding;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one line of a statement closed of one lot.
 *
 * @param lot its number
 * @param line the line that closed it
 * @param quantity with the sign of the lot; zero where money was paid for nothing that had been counted
 * @param proceeds what was received: at the end for a long lot, at the beginning for a short one
 * @param cost what was paid: at the beginning for a long lot, at the end for a short one
 */
public record Closing(
        int lot, String line, LocalDate date, BigDecimal quantity, Money proceeds, Money cost, Term term, How how) {

    public Money gain() {
        return proceeds.minus(cost);
    }

    /** What ended it. */
    public enum How {
        TRADE(true),
        EXPIRY(true),
        CASH_SETTLEMENT(true),
        /** Capital returned beyond the basis, cash in lieu, money in a merger. */
        DISTRIBUTION(true),
        /** Assigned or exercised: cost and proceeds are equal, what it cost has gone into the shares. */
        INTO_SHARES(false),
        /** To another account, at cost. */
        TRANSFER(false);

        private final boolean disposal;

        How(boolean disposal) {
            this.disposal = disposal;
        }

        /** Whether a gain or loss is realized. */
        public boolean isDisposal() {
            return disposal;
        }
    }
}
