package io.alluse.taxledger;

import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Wash sales within the account (docs/rules.md 9.2, 26 USC 1091): a loss, in the order of the sales, goes into what was opened within 30 days
 * of it, first opened first. Shares are replaced by shares and by calls on them, a bought option by the same contract, a short sale by a
 * short sale. A loss on a written option is not deferred.
 */
final class WashSales {

    private static final int DAYS = 30;
    private static final int MOST_DECIMALS = 8;

    private final Portions portions;
    private final Queue<Portion> sold = new PriorityQueue<>(Portion.BY_SALE);

    private WashSales(Portions portions) {
        this.portions = portions;
    }

    static void defer(Portions portions) {
        WashSales sales = new WashSales(portions);
        portions.all().forEach(sales::enqueue);
        sales.run();
    }

    private void enqueue(Portion portion) {
        if (portion.closing() != null) {
            sold.add(portion);
        }
    }

    private void run() {
        for (Portion next = sold.poll(); next != null; next = sold.poll()) {
            Closing closing = next.closing();
            if (closing == null) {
                continue;
            }
            if (closing.how() == How.INTO_SHARES) {
                handOn(next, closing.date());
            } else if (closing.how().isDisposal() && !next.lot().isWritten()) {
                defer(next, closing.date());
            }
        }
    }

    private void handOn(Portion option, LocalDate date) {
        if (!option.deferred().isZero()) {
            portions.bought(option.lot().instrument(), date).stream()
                    .min(Portion.BY_SALE)
                    .ifPresent(option::handOn);
        }
    }

    private void defer(Portion loss, LocalDate date) {
        if (loss.loss().isZero()) {
            return;
        }
        @Nullable Portion left = loss;
        for (Portion replacement : portions.replacements(loss, date.minusDays(DAYS), date.plusDays(DAYS))) {
            left = left == null ? null : deferInto(replacement, left, date);
        }
    }

    /** As many units as there are on either side; the answer is what is left of the sold ones. */
    private @Nullable Portion deferInto(Portion replacement, Portion loss, LocalDate date) {
        BigDecimal each = sharesEach(replacement, loss);
        BigDecimal capacity = replacement.units().multiply(each);
        Portion left = null;
        if (loss.units().compareTo(capacity) > 0) {
            left = loss.splitAfter(capacity);
            portions.addRest(left);
        } else if (loss.units().compareTo(capacity) < 0) {
            Portion rest = replacement.splitAfter(loss.units().divide(each, MOST_DECIMALS, RoundingMode.HALF_UP));
            portions.addRest(rest);
            enqueue(rest);
        }
        if (loss.loss().isPositive()) {
            loss.deferInto(replacement, date);
        }
        return left;
    }

    /** A call stands for as many shares as it would deliver. */
    private static BigDecimal sharesEach(Portion replacement, Portion loss) {
        return loss.lot().instrument() instanceof Share && replacement.lot().instrument() instanceof OptionContract call
                ? call.multiplier()
                : BigDecimal.ONE;
    }
}
