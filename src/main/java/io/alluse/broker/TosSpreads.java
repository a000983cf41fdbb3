package io.alluse.broker;

import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The legs of spreads: money comes in one row, the legs stand elsewhere, a second or two apart. */
final class TosSpreads {

    private static final long APART = 2;
    private static final String MULTIPLIER = "100";

    record Leg(Instrument instrument, BigDecimal quantity, BigDecimal price, Effect effect) {}

    private record Spread(
            String symbol, LocalDate day, LocalTime time, BigDecimal quantity, BigDecimal net, List<Leg> legs) {}

    private final InstrumentReader instruments;
    private final List<Spread> spreads = new ArrayList<>();
    private @Nullable Spread open;

    TosSpreads(InstrumentReader instruments) {
        this.instruments = instruments;
    }

    /** A leg with a time begins a trade; those below it without one belong to it. */
    void look(Fields fields) {
        if (!fields.isBlank("Exec Time")) {
            open = fields.text("Spread").equals("SINGLE")
                            || fields.text("Spread").equals("STOCK")
                    ? null
                    : spread(fields);
            if (open != null) {
                spreads.add(open);
            }
        }
        if (open != null) {
            open.legs().add(leg(fields));
        }
    }

    private static @Nullable Spread spread(Fields fields) {
        String[] time = fields.text("Exec Time").split(" ");
        LocalDate day = Dates.US.parse(time[0]);
        LocalTime at = time.length < 2 ? null : Times.parse(time[1]);
        return day == null || at == null
                ? null
                : new Spread(
                        fields.text("Symbol"),
                        day,
                        at,
                        fields.number("Qty").abs(),
                        fields.number("Net Price").abs(),
                        new ArrayList<>());
    }

    private Leg leg(Fields fields) {
        boolean share =
                fields.text("Type").equals("STOCK") || fields.text("Type").equals("ETF");
        String name = share
                ? fields.text("Symbol")
                : String.join(
                        " ",
                        fields.text("Symbol"),
                        MULTIPLIER,
                        fields.text("Exp"),
                        fields.text("Strike"),
                        fields.text("Type"));
        Effect effect = fields.text("Pos Effect").equals("TO OPEN") ? Effect.OPENS : Effect.CLOSES;
        return new Leg(
                fields.instrument("Symbol", name, instruments), fields.number("Qty"), fields.number("Price"), effect);
    }

    /** Each spread is used up once. */
    Optional<List<Leg>> legs(String symbol, LocalDate day, LocalTime time, BigDecimal quantity, BigDecimal net) {
        for (Iterator<Spread> all = spreads.iterator(); all.hasNext(); ) {
            Spread spread = all.next();
            if (spread.symbol().equals(symbol)
                    && spread.day().equals(day)
                    && Math.abs(ChronoUnit.SECONDS.between(spread.time(), time)) <= APART
                    && spread.legs().getFirst().quantity().abs().compareTo(quantity.abs()) == 0
                    && spread.net().compareTo(net.abs()) == 0) {
                all.remove();
                return Optional.of(spread.legs());
            }
        }
        return Optional.empty();
    }
}
