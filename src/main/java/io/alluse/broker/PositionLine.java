package io.alluse.broker;

import io.alluse.instrument.Instrument;
import java.math.BigDecimal;

/** What one line beneath the header of a list of positions says. */
public sealed interface PositionLine {

    record Priced(long line, Instrument instrument, BigDecimal price) implements PositionLine {}

    /** Cash, what is pending, a total, or something without a price. */
    record Ignored(long line) implements PositionLine {}

    record Rejected(LineProblem problem) implements PositionLine {}
}
