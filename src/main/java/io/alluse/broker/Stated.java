package io.alluse.broker;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a statement itself says an account holds, to be compared with what its lines come to. */
public sealed interface Stated {

    long line();

    /** As the broker names it; empty where the file does not say. */
    String account();

    /** The first day of the lines for an opening, the last one for all else; null where the file does not say. */
    @Nullable
    LocalDate date();

    /** Cash before the first line. */
    record OpeningCash(long line, String account, @Nullable LocalDate date, Money amount) implements Stated {}

    /** Cash after the last line. */
    record ClosingCash(long line, String account, @Nullable LocalDate date, Money amount) implements Stated {}

    /** Units of an instrument after the last line, negative if short. */
    record Position(long line, String account, @Nullable LocalDate date, Instrument instrument, BigDecimal quantity)
            implements Stated {}
}
