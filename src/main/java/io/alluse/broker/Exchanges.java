package io.alluse.broker;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exchanges of what is held that a broker tells in two rows: what leaves, and what comes for it. */
final class Exchanges {

    /** One of the rows. */
    private record Half(long line, Instrument instrument, BigDecimal quantity, Money amount, boolean leaves) {}

    private final Map<String, List<Half>> halves = new HashMap<>();

    /** Rows with the same key belong together. */
    void look(String key, Fields fields, Instrument instrument, BigDecimal quantity, Money amount) {
        look(key, fields, instrument, quantity, amount, quantity.signum() < 0);
    }

    /** Of what is short, that leaves which is bought. */
    void look(String key, Fields fields, Instrument instrument, BigDecimal quantity, Money amount, boolean leaves) {
        halves.computeIfAbsent(key, _ -> new ArrayList<>(2))
                .add(new Half(fields.line(), instrument, quantity, amount, leaves));
    }

    /** What comes has the name of what leaves: a split, and no other name. */
    boolean keepName(String key) {
        List<Half> both = halves.getOrDefault(key, List.of());
        return both.size() == 2
                && both.getFirst().instrument().equals(both.getLast().instrument());
    }

    /** The row by which something leaves tells all of it; the other one adds nothing. */
    Verdict verdict(String key, Fields fields, String title, Draft draft) {
        List<Half> both = halves.getOrDefault(key, List.of());
        if (both.size() != 2 || both.getFirst().leaves() == both.getLast().leaves()) {
            throw fields.refused(
                    title,
                    "one row by which something leaves and one by which something comes for it",
                    both.size() + " rows that cannot be joined");
        }
        Half leaving = both.getFirst().leaves() ? both.getFirst() : both.getLast();
        Half coming = both.getFirst().leaves() ? both.getLast() : both.getFirst();
        return fields.line() == coming.line()
                ? new Verdict.Ignored("told with line " + leaving.line())
                : joined(leaving, coming, draft).taken();
    }

    private static Draft joined(Half leaving, Half coming, Draft draft) {
        Draft exchanged = draft.of(leaving.instrument()).amount(leaving.amount().plus(coming.amount()));
        if (leaving.instrument().equals(coming.instrument())) {
            return exchanged.quantity(leaving.quantity().add(coming.quantity()));
        }
        return coming.quantity().signum() == 0
                ? exchanged.quantity(leaving.quantity())
                : exchanged.became(coming.instrument()).quantity(coming.quantity());
    }
}
