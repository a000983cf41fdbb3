package io.alluse.instrument;

import java.math.BigDecimal;

/** What is held under a name that is not taken apart: futures, options on them, bonds. */
public record OpaqueInstrument(String canonical, String underlying, BigDecimal multiplier) implements Instrument {

    @Override
    public String toString() {
        return canonical;
    }
}
