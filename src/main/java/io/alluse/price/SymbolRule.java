package io.alluse.price;

import io.alluse.instrument.Instrument;
import io.alluse.instrument.Notation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How what is priced is written: by the one text of its instrument, or its price would not be found again. */
final class SymbolRule {

    private SymbolRule() {}

    /** What is wrong with the text, if anything. */
    static Optional<String> problem(String symbol) {
        if (symbol.isEmpty()) {
            return Optional.of("is missing");
        }
        @Nullable Instrument instrument = Notation.CANONICAL.read(symbol);
        if (instrument == null) {
            return Optional.of("is not a symbol such as AAPL or an option such as AAPL 2024-03-15 150 C");
        }
        String canonical = instrument.canonical();
        return canonical.equals(symbol) ? Optional.empty() : Optional.of("write it as " + canonical);
    }
}
