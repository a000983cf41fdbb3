package io.alluse.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one text every instrument is known by. */
final class CanonicalText {

    static final String MULTIPLIER = " x";

    private CanonicalText() {}

    static @Nullable Instrument read(String text) {
        int at = text.lastIndexOf(MULTIPLIER);
        BigDecimal multiplier = at < 0 ? null : Decimals.positive(text.substring(at + MULTIPLIER.length()));
        String name = multiplier == null ? text : text.substring(0, at);
        OptionContract option = Notation.CANONICAL.option(name);
        if (option != null) {
            return multiplier == null ? option : option.withMultiplier(multiplier);
        }
        if (multiplier == null && Share.isSymbol(name)) {
            return new Share(name);
        }
        if (!OpaqueInstrument.isName(name)) {
            return null;
        }
        return new OpaqueInstrument(name, multiplier == null ? BigDecimal.ONE : multiplier);
    }
}
