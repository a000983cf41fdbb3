package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.holding.Shares;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of one lot that share one fate: closed by one line or still open, replacing sold ones or not. */
final class Portion {

    /** What is split off comes after what it was split from. */
    static final Comparator<Portion> BY_SALE =
            Comparator.comparingInt(Portion::order).thenComparingInt(portion -> portion.splits);

    private final Lot lot;
    private final @Nullable Closing closing;
    private final int order;
    private BigDecimal units;
    private Money opening;
    private Money ending;
    private LocalDate since;
    private Money deferred = Money.ZERO;
    private Money disallowed = Money.ZERO;
    private boolean replaces;
    private int splits;

    private Portion(Lot lot, @Nullable Closing closing, int order, BigDecimal units, Money opening, Money ending) {
        this.lot = lot;
        this.closing = closing;
        this.order = order;
        this.units = units;
        this.opening = opening;
        this.ending = ending;
        this.since = lot.acquired();
    }

    /** The order is that of the closings, by date. */
    static Portion closed(Lot lot, Closing closing, int order) {
        boolean isShort = lot.isShort();
        return new Portion(
                lot,
                closing,
                order,
                closing.quantity().abs(),
                isShort ? closing.proceeds() : closing.cost(),
                isShort ? closing.cost() : closing.proceeds());
    }

    static Portion open(Lot lot) {
        Money opening = lot.isShort() ? lot.openCost().negated() : lot.openCost();
        return new Portion(lot, null, Integer.MAX_VALUE, lot.openQuantity().abs(), opening, Money.ZERO);
    }

    /** What a lot of another account has brought with it is shared by its portions, by what they cost. */
    static void inherit(List<Portion> portions, Origin origin) {
        Money left = origin.deferred();
        Money cost = portions.stream().map(portion -> portion.opening).reduce(Money.ZERO, Money::plus);
        for (Portion portion : portions) {
            boolean last = portion == portions.getLast();
            Money part = last || cost.isZero() ? left : Shares.of(left, portion.opening.amount(), cost.amount());
            portion.since = origin.heldSince();
            portion.replaces = origin.replaces();
            portion.deferred = part;
            left = left.minus(part);
            cost = cost.minus(portion.opening);
        }
    }

    Lot lot() {
        return lot;
    }

    @Nullable
    Closing closing() {
        return closing;
    }

    int order() {
        return order;
    }

    BigDecimal units() {
        return units;
    }

    Money deferred() {
        return deferred;
    }

    boolean isReplacement() {
        return replaces;
    }

    /** Keeps so many units; the answer is the rest. */
    Portion splitAfter(BigDecimal kept) {
        Money keptOpening = Shares.of(opening, kept, units);
        Money keptEnding = Shares.of(ending, kept, units);
        Money keptDeferred = Shares.of(deferred, kept, units);
        Portion rest = new Portion(
                lot, closing, order, units.subtract(kept), opening.minus(keptOpening), ending.minus(keptEnding));
        rest.deferred = deferred.minus(keptDeferred);
        rest.since = since;
        rest.replaces = replaces;
        rest.splits = splits + 1;
        units = kept;
        opening = keptOpening;
        ending = keptEnding;
        deferred = keptDeferred;
        return rest;
    }

    /** Before anything is disallowed; zero where there is a gain. */
    Money loss() {
        return cost().minus(proceeds()).max(Money.ZERO);
    }

    private Money proceeds() {
        return lot.isShort() ? opening : ending;
    }

    /** With what was deferred here. */
    private Money cost() {
        return (lot.isShort() ? ending : opening).plus(deferred);
    }

    /** The loss goes into what replaces these units, and the time for which they were held with it. */
    void deferInto(Portion replacement, LocalDate sold) {
        Money loss = loss();
        disallowed = loss;
        replacement.replaces = true;
        replacement.deferred = replacement.deferred.plus(loss);
        replacement.since = replacement.since.minusDays(ChronoUnit.DAYS.between(since, sold));
    }

    /** Hands on to shares what was deferred into the option that they came from. */
    void handOn(Portion shares) {
        shares.deferred = shares.deferred.plus(deferred);
        deferred = Money.ZERO;
    }

    Disposal disposal(Closing by) {
        return new Disposal(lot, by.line(), by.how(), signed(), since, by.date(), proceeds(), cost(), disallowed);
    }

    OpenBasis openBasis() {
        return new OpenBasis(lot, signed(), since, lot.isShort() ? opening.negated() : opening, deferred);
    }

    private BigDecimal signed() {
        return lot.isShort() ? units.negate() : units;
    }
}
