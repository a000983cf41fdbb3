package io.alluse.ledger;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What we have posted and the broker will do later: money, or a quantity of an instrument. */
public sealed interface Announcement {

    Direction direction();

    LocalDate dated();

    /** Seen from the account. */
    enum Direction {
        IN,
        OUT
    }

    record Cash(Direction direction, Money amount, LocalDate dated) implements Announcement {}

    record Instrument(Direction direction, String instrument, BigDecimal quantity, LocalDate dated)
            implements Announcement {}

    default @Nullable BigDecimal cash() {
        return switch (this) {
            case Cash cash -> cash.amount().amount();
            case Instrument ignored -> null;
        };
    }
}
