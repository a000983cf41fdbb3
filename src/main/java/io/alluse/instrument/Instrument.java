package io.alluse.instrument;

import java.math.BigDecimal;

/** Something that an account can hold; its canonical text names it in files, tables and the ledger. */
public sealed interface Instrument permits Share, OptionContract, OpaqueInstrument {

    /** {@code AAPL}, {@code AAPL 2024-03-15 150 C}, {@code ./ESU5 E3AQ5 250818P6460 x50}. */
    String canonical();

    /** Units of the underlying per unit held; 1 for shares. */
    BigDecimal multiplier();

    /** What limits, wash sales and routing count by. */
    String underlying();

    /** The way back from {@link #canonical()}; texts of people are read by {@link Notation#read}, which may fail. */
    static Instrument parse(String canonical) {
        Instrument instrument = Notation.CANONICAL.read(canonical);
        if (instrument == null) {
            throw new IllegalArgumentException("'" + canonical + "' is not " + Notation.CANONICAL.expected());
        }
        return instrument;
    }
}
