package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** An activity as far as its row has been understood. */
final class Draft {

    private static final Money HIDDEN = Money.of("1.00");
    private static final BigDecimal HIDDEN_PER_CONTRACT = new BigDecimal("0.10");
    private static final BigDecimal HIDDEN_SHARE = new BigDecimal("0.01");

    private final Row row;
    private final Action action;
    private final LocalDate effective;
    private LocalDate posted;
    private String account = "";
    private @Nullable LocalTime time;
    private Effect effect = Effect.UNSAID;
    private @Nullable Instrument instrument;
    private BigDecimal quantity = BigDecimal.ZERO;
    private @Nullable BigDecimal price;
    private Money amount = Money.ZERO;
    private Money fees = Money.ZERO;
    private @Nullable Money basis;
    private @Nullable Instrument became;
    private String text = "";

    Draft(Row row, Action action, LocalDate effective) {
        this.row = row;
        this.action = action;
        this.effective = effective;
        this.posted = effective;
    }

    Draft posted(LocalDate day) {
        posted = day.isBefore(effective) ? effective : day;
        return this;
    }

    Draft account(String name) {
        account = name;
        return this;
    }

    Draft at(@Nullable LocalTime inNewYork) {
        time = inNewYork;
        return this;
    }

    Draft effect(Effect said) {
        effect = said;
        return this;
    }

    Draft of(@Nullable Instrument what) {
        instrument = what;
        return this;
    }

    /** As seen from the account. */
    Draft quantity(BigDecimal signed) {
        quantity = plain(signed);
        return this;
    }

    /** Two brokers who count the same write {@code 2} and {@code 2.0}. */
    private static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Where the file counts without a sign: the action gives it, as far as it can; money has none. */
    Draft units(BigDecimal unsigned) {
        return quantity(
                switch (action) {
                    case BUY, ASSIGNED -> unsigned.abs();
                    case SELL, EXERCISED -> unsigned.abs().negate();
                    case EXPIRED, CASH_SETTLED, TRANSFER, SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF -> unsigned;
                    case DIVIDEND, WITHHOLDING, INTEREST, FEE, DEPOSIT, WITHDRAWAL, JOURNAL -> BigDecimal.ZERO;
                    case CASH_IN_LIEU, RETURN_OF_CAPITAL -> BigDecimal.ZERO;
                });
    }

    /** Brokers that sign prices mean the amount. */
    Draft price(@Nullable BigDecimal each) {
        price = each == null ? null : each.abs();
        return this;
    }

    Draft amount(Money signed) {
        amount = signed;
        return this;
    }

    Draft fees(Money paid) {
        fees = paid;
        return this;
    }

    /** What the amount is short of quantity times price, where that can be fees and nothing else. */
    Draft feesHiddenInAmount() {
        if (price != null && instrument != null && quantity.signum() != 0) {
            BigDecimal gross = price.multiply(quantity).multiply(instrument.multiplier());
            BigDecimal shortBy =
                    gross.negate().subtract(amount.amount()).setScale(Money.MOST_DECIMALS, RoundingMode.HALF_UP);
            if (shortBy.signum() > 0 && shortBy.compareTo(mostHidden(gross.abs())) <= 0) {
                fees = Money.of(shortBy);
            }
        }
        return this;
    }

    private BigDecimal mostHidden(BigDecimal gross) {
        BigDecimal most = HIDDEN.amount().add(gross.multiply(HIDDEN_SHARE));
        return instrument instanceof OptionContract ? most.add(quantity.abs().multiply(HIDDEN_PER_CONTRACT)) : most;
    }

    Draft basis(@Nullable Money given) {
        basis = given;
        return this;
    }

    Draft became(@Nullable Instrument what) {
        became = what;
        return this;
    }

    /** What the broker wrote. */
    Draft text(String said) {
        text = said;
        return this;
    }

    Verdict taken() {
        return new Verdict.Took(activity());
    }

    Activity activity() {
        return new Activity(
                row.line(),
                account,
                action,
                effective,
                posted,
                time,
                effect,
                must(instrument),
                quantity,
                price,
                amount,
                fees,
                basis,
                became,
                OneLine.of(text));
    }

    /** What is held or was held has a name, and a trade is of something. */
    private @Nullable Instrument must(@Nullable Instrument what) {
        boolean holds = switch (action) {
            case BUY, SELL, ASSIGNED, EXERCISED, EXPIRED, SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF, TRANSFER -> true;
            case CASH_SETTLED,
                    DIVIDEND,
                    WITHHOLDING,
                    INTEREST,
                    FEE,
                    DEPOSIT,
                    WITHDRAWAL,
                    JOURNAL,
                    CASH_IN_LIEU,
                    RETURN_OF_CAPITAL -> false;
        };
        if (holds && what == null) {
            throw Refused.of(row, 1, "row", "the name of what is held", "none");
        }
        if (holds && quantity.signum() == 0) {
            throw Refused.of(row, 1, "row", "a quantity", "none");
        }
        return what;
    }
}
