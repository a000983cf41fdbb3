package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.instrument.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether the amount of a trade is what quantity, price and fees come to; brokers round, so it need not be exact. */
final class Ties {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

    private Ties() {}

    /** What does not tie; nothing where there is nothing to compare. */
    static Optional<LineProblem> problem(Activity activity) {
        BigDecimal price = activity.price();
        Instrument instrument = activity.instrument();
        boolean trade = activity.action() == Action.BUY || activity.action() == Action.SELL;
        if (!trade || price == null || instrument == null) {
            return Optional.empty();
        }
        BigDecimal expected = price.multiply(activity.quantity())
                .multiply(instrument.multiplier())
                .add(activity.fees().amount())
                .negate();
        BigDecimal difference = expected.subtract(activity.amount().amount());
        return difference.abs().compareTo(TOLERANCE) <= 0
                ? Optional.empty()
                : Optional.of(new LineProblem(
                        activity.line(),
                        1,
                        "amount",
                        expected.stripTrailingZeros().toPlainString() + " by quantity, price and fees",
                        "a difference of "
                                + difference.stripTrailingZeros().negate().toPlainString(),
                        activity.amount().toString()));
    }
}
