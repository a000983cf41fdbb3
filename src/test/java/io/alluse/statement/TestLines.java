package io.alluse.statement;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.Share;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lines of statements as tests write them. */
final class TestLines {

    private TestLines() {}

    static Activity cash(Action action, String date, String amount) {
        return line(action, date, null, BigDecimal.ZERO, amount);
    }

    static Activity shares(Action action, String date, String symbol, String quantity, String amount) {
        return line(action, date, new Share(symbol), new BigDecimal(quantity), amount);
    }

    private static Activity line(
            Action action, String date, @Nullable Instrument instrument, BigDecimal quantity, String amount) {
        LocalDate day = LocalDate.parse(date);
        return new Activity(
                1,
                "U1",
                action,
                day,
                day,
                null,
                Effect.UNSAID,
                instrument,
                quantity,
                null,
                Money.of(amount),
                Money.ZERO,
                null,
                null,
                "as told");
    }
}
