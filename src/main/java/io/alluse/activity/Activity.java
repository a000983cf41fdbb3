package io.alluse.activity;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as one line of a statement tells it.
 *
 * @param line the physical line of the file on which it begins
 * @param account as the broker names it; empty where the file does not say
 * @param effective the day by which the broker's own balance runs: of the trade, the expiration, the payment
 * @param posted the day on which the broker wrote it down; never before the effective one
 * @param time in New York, where the file has it
 * @param effect whether a trade opens or closes, or follows from an option
 * @param quantity seen from the account: positive arrives, negative leaves, zero where nothing does;
 *     of an expired option whose side the broker does not tell, positive with an effect UNSAID: the position decides
 * @param amount the change of cash, fees and all; negative is paid
 * @param fees that part of the amount that is commission and fees; positive is paid
 * @param basis of holdings that arrive, where the broker gives it
 * @param became what a symbol change or a merger leaves
 * @param text what the broker wrote
 */
public record Activity(
        long line,
        String account,
        Action action,
        LocalDate effective,
        LocalDate posted,
        @Nullable LocalTime time,
        Effect effect,
        @Nullable Instrument instrument,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        Money amount,
        Money fees,
        @Nullable Money basis,
        @Nullable Instrument became,
        String text) {

    /** The same with another effect, at this price: that of a leg is the strike of its option. */
    public Activity following(Effect other, @Nullable BigDecimal at) {
        return new Activity(
                line,
                account,
                action,
                effective,
                posted,
                time,
                other,
                instrument,
                quantity,
                at,
                amount,
                fees,
                basis,
                became,
                text);
    }

    /** What a trade does to the position. */
    public enum Effect {
        OPENS,
        CLOSES,
        /** The stock leg of an assignment, or the option of one whose stock leg is known. */
        OF_ASSIGNMENT,
        /** The stock leg of an exercise, or the option of one whose stock leg is known. */
        OF_EXERCISE,
        /** The broker does not say, or it is no trade. */
        UNSAID
    }
}
