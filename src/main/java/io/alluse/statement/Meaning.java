package io.alluse.statement;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a line means, whichever export of the account tells it: two lines of one brokerage account and day are the same if these texts
 * are. Neither time, nor running balance, nor the broker's words belong to it: exports differ in them (docs/rules.md 9.4).
 */
final class Meaning {

    private static final int CENT = 2;

    private Meaning() {}

    /** {@code trade|AAPL 2024-03-15 150 C|-1|149.35}. */
    static String of(Activity activity) {
        StringBuilder text =
                new StringBuilder(48).append(group(activity.action())).append('|');
        if (activity.instrument() != null) {
            text.append(activity.instrument().canonical());
        }
        text.append('|').append(plain(activity.quantity())).append('|');
        return text.append(cents(activity.amount().amount())).toString();
    }

    /** Words for which brokers have one name here and two there. */
    private static String group(Action action) {
        return switch (action) {
            case BUY, SELL -> "trade";
            case DEPOSIT, WITHDRAWAL, JOURNAL -> "money";
            case ASSIGNED -> "assigned";
            case EXERCISED -> "exercised";
            case EXPIRED -> "expired";
            case CASH_SETTLED -> "cash-settled";
            case DIVIDEND -> "dividend";
            case WITHHOLDING -> "withholding";
            case INTEREST -> "interest";
            case FEE -> "fee";
            case TRANSFER -> "transfer";
            case SPLIT -> "split";
            case SYMBOL_CHANGE -> "symbol-change";
            case MERGER -> "merger";
            case SPIN_OFF -> "spin-off";
            case CASH_IN_LIEU -> "cash-in-lieu";
            case RETURN_OF_CAPITAL -> "return-of-capital";
        };
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    /** Some exports tell fractions of a cent, others round them. */
    private static String cents(BigDecimal amount) {
        BigDecimal rounded = amount.scale() == CENT ? amount : amount.setScale(CENT, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }
}
