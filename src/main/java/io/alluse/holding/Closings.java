package io.alluse.holding;

import io.alluse.holding.Closing.How;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What has been closed of the lots of one account; the line at hand is the one that closes. */
final class Closings {

    private final List<Closing> all = new ArrayList<>();
    private LocalDate date = LocalDate.EPOCH;
    private String line = "";

    void begin(LocalDate effective, String lineId) {
        date = effective;
        line = lineId;
    }

    /** Units of a lot: what they had cost, and what they were closed at; both have the sign of a cost, what is received is negative. */
    Closing add(OpenLot lot, BigDecimal units, Money cost, Money value, How how) {
        return lot.isShort()
                ? add(lot, units.negate(), cost.negated(), value, Term.SHORT, how)
                : add(lot, units, value.negated(), cost, Term.of(lot.acquired(), date), how);
    }

    /** A gain for which no units are given up. */
    Closing addGain(OpenLot lot, Money amount) {
        Term term = lot.isShort() ? Term.SHORT : Term.of(lot.acquired(), date);
        return add(lot, BigDecimal.ZERO, amount, Money.ZERO, term, How.DISTRIBUTION);
    }

    private Closing add(OpenLot lot, BigDecimal quantity, Money proceeds, Money cost, Term term, How how) {
        Closing closing = new Closing(lot.no(), line, date, quantity, proceeds, cost, term, how);
        all.add(closing);
        return closing;
    }

    List<Closing> all() {
        return List.copyOf(all);
    }
}
