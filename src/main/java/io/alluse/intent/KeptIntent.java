package io.alluse.intent;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it was made, and how far it has come.
 *
 * @param date for which the run made it
 * @param spent on what was filled: money, of written puts what they bind
 */
public record KeptIntent(
        IntentRef ref, LocalDate date, OrderIntent order, IntentState state, BigDecimal filled, Money spent) {

    private static final Money CENT = Money.ofCents(1);

    static final Comparator<KeptIntent> OLDEST_FIRST =
            Comparator.comparing(KeptIntent::date).thenComparing(KeptIntent::ref);

    /** Its days have passed; who looks on such a date counts it no more. */
    public boolean isOver(LocalDate on) {
        return order.validUntil().isBefore(on);
    }

    boolean isFor(LocalDate day) {
        return !day.isBefore(order.validFrom()) && !day.isAfter(order.validUntil());
    }

    /** What is still to be filled, as an intent of its own: it is that much of the budget that is spoken for. */
    public OrderIntent rest() {
        BigDecimal quantity = order.quantity();
        return filled.signum() == 0 || order.kind().closes()
                ? order
                : rest(quantity == null ? null : quantity.subtract(filled));
    }

    private OrderIntent rest(@Nullable BigDecimal quantity) {
        return new OrderIntent(
                order.no(),
                order.kind(),
                order.symbol(),
                quantity,
                left().max(CENT),
                order.price(),
                order.priceDate(),
                order.delta(),
                order.validFrom(),
                order.validUntil(),
                order.expiryFrom(),
                order.expiryTo());
    }

    /** Of the budget. */
    private Money left() {
        BigDecimal quantity = order.quantity();
        if (quantity == null) {
            return order.budget().minus(spent).max(Money.ZERO);
        }
        return Money.of(order.budget()
                .amount()
                .multiply(quantity.subtract(filled).max(BigDecimal.ZERO))
                .divide(quantity, Money.CENT, RoundingMode.HALF_UP));
    }

    /** How much of a trade it takes at this price of a unit; without a quantity at least one, for prices change. */
    BigDecimal takes(BigDecimal offered, Money unit) {
        BigDecimal quantity = order.quantity();
        BigDecimal most = quantity == null
                ? affordable(unit).max(BigDecimal.ONE)
                : quantity.subtract(filled).max(BigDecimal.ZERO);
        return offered.min(most);
    }

    private BigDecimal affordable(Money unit) {
        return unit.isPositive()
                ? left().amount().divide(unit.amount(), 0, RoundingMode.DOWN)
                : BigDecimal.valueOf(Integer.MAX_VALUE);
    }

    /** Whether it is all, the quantity says, or the budget that does not buy another one. */
    KeptIntent filledBy(BigDecimal more, Money unit) {
        BigDecimal now = filled.add(more);
        Money spentNow = spent.plus(Money.of(unit.amount().multiply(more).setScale(Money.CENT, RoundingMode.HALF_UP)));
        KeptIntent after = new KeptIntent(ref, date, order, state, now, spentNow);
        return after.isComplete(unit) ? new KeptIntent(ref, date, order, IntentState.FILLED, now, spentNow) : after;
    }

    private boolean isComplete(Money unit) {
        return order.quantity() == null
                ? affordable(unit).signum() == 0
                : filled.compareTo(Objects.requireNonNull(order.quantity())) >= 0;
    }
}
